package io.redress;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.elements.GivenMethodsConjunction;
import io.quarkus.security.Authenticated;
import io.redress.account.Role;
import io.redress.common.feature.Uses;
import io.redress.common.time.AdjustableClock;
import io.redress.common.web.Idempotency;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.junit.jupiter.api.Test;
import org.junit.platform.suite.api.ExcludePackages;
import org.junit.platform.suite.api.SelectPackages;

/** Rules for the structure of the code, enforced instead of described. */
class ArchitectureTest {

    private static final String ROOT = "io.redress";

    /** Packages of our own libraries, whose sub-packages are public. */
    private static final Set<String> MAY_BE_ENTERED = Set.of("common");

    private static final Pattern IMPORT =
            Pattern.compile("^import (?:static )?io\\.redress\\.(\\w+)", Pattern.MULTILINE);

    private static final int MOST_FILES_IN_A_PACKAGE = 20;

    private static final Set<String> OPEN = Set.of(
            "SessionResource.signIn",
            "SessionResource.signOut",
            "OidcResource.begin",
            "OidcResource.offer",
            "OidcResource.complete");

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(OURS);
    }

    @Test
    void the_rules_read_our_classes_and_detect_violations() {
        assertThat(OURS.contain(Role.class)).isTrue();
        assertThat(endpoints().should().notBePublic().evaluate(OURS).hasViolation())
                .isTrue();
        assertThat(isAllowed("area", "account")).isFalse();
        assertThat(isAllowed("unheard", "area")).isFalse();
        assertThat(isAllowed("registration", "area")).isTrue();
    }

    /** The feature of a class: the first package below the root; empty for the program's entry point. */
    private static String feature(JavaClass type) {
        if (!type.getPackageName().startsWith(ROOT)) {
            return "";
        }
        var rest = type.getPackageName().substring(ROOT.length());
        return rest.isEmpty() ? "" : rest.substring(1).split("\\.")[0];
    }

    @Test
    void features_have_no_circular_dependencies() {
        check(slices().matching(ROOT + ".(*)..").should().beFreeOfCycles());
    }

    @Test
    void packages_have_no_circular_dependencies() {
        check(slices().matching(ROOT + ".(**)").should().beFreeOfCycles());
    }

    @Test
    void a_package_has_at_most_20_files() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            var perPackage = files.filter(file -> file.toString().endsWith(".java"))
                    .collect(Collectors.groupingBy(
                            file -> Path.of("src/main/java/io/redress")
                                    .relativize(file.getParent())
                                    .toString(),
                            Collectors.counting()));
            assertThat(perPackage).hasSizeGreaterThan(30);
            perPackage.values().removeIf(count -> count <= MOST_FILES_IN_A_PACKAGE);
            assertThat(perPackage).isEmpty();
        }
    }

    /**
     * Sub-packages are private to their feature; the feature's top package has what others may use. Enums are codes of
     * the API, and every feature may use them.
     */
    @Test
    void sub_packages_are_closed_to_other_features() {
        check(classes().should(new ArchCondition<>("use only the front package of another feature") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(use -> !MAY_BE_ENTERED.contains(feature(use.getTargetClass())))
                        .filter(use -> !use.getTargetClass().isEnum())
                        .filter(use -> isSubPackage(use.getTargetClass())
                                && !feature(type).isEmpty()
                                && !feature(type).equals(feature(use.getTargetClass())))
                        .forEach(use -> events.add(SimpleConditionEvent.violated(type, use.getDescription())));
            }
        }));
    }

    private static boolean isSubPackage(JavaClass type) {
        return type.getPackageName().startsWith(ROOT + ".")
                && type.getPackageName().substring(ROOT.length() + 1).contains(".");
    }

    /** All may use {@code common}; {@code seed} may use everything, because it fills every table. */
    @Test
    void features_use_only_the_features_that_they_declare() {
        check(classes().should(new ArchCondition<>("use only what their package-info says") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var from = feature(type);
                if (from.equals("seed")) {
                    return;
                }
                type.getDirectDependenciesFromSelf().stream()
                        .filter(use -> use.getTargetClass().getPackageName().startsWith(ROOT))
                        .filter(use -> !isAllowed(from, feature(use.getTargetClass())))
                        .forEach(use -> events.add(SimpleConditionEvent.violated(type, use.getDescription())));
            }
        }));
    }

    private static boolean isAllowed(String from, String to) {
        if (from.isEmpty()) {
            return Set.of("", "area", "database", "common", "privacy", "audit").contains(to);
        }
        return from.equals(to) || to.equals("common") || uses(from).contains(to);
    }

    private static Set<String> uses(String feature) {
        var name = ROOT + "." + feature;
        return OURS.containPackage(name)
                ? OURS.getPackage(name)
                        .tryGetAnnotationOfType(Uses.class)
                        .map(uses -> Set.of(uses.value()))
                        .orElse(Set.of())
                : Set.of();
    }

    /** Fails for unused declarations. Reads imports, because a constant leaves no trace in the class. */
    @Test
    void features_declare_no_feature_that_they_do_not_use() throws IOException {
        var said = OURS.stream()
                .map(ArchitectureTest::feature)
                .distinct()
                .flatMap(from -> uses(from).stream().map(to -> from + " " + to))
                .toList();
        assertThat(said).isNotEmpty().isSubsetOf(imports());
    }

    private static Set<String> imports() throws IOException {
        var sources = Path.of("src/main/java/io/redress");
        var imports = new HashSet<String>();
        try (var files = Files.walk(sources)) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                var from = sources.relativize(file).getName(0);
                IMPORT.matcher(Files.readString(file))
                        .results()
                        .forEach(found -> imports.add(from + " " + found.group(1)));
            }
        }
        return imports;
    }

    @Test
    void no_class_uses_double_or_float() {
        var inexact = Set.of("double", "float", "java.lang.Double", "java.lang.Float");
        check(classes().should(new ArchCondition<>("hold and take no double or float") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getFields().stream()
                        .filter(field -> inexact.contains(field.getRawType().getName()))
                        .forEach(field -> events.add(SimpleConditionEvent.violated(type, field.getDescription())));
                type.getCodeUnits().stream()
                        .filter(unit -> Stream.concat(
                                        Stream.of(unit.getRawReturnType()), unit.getRawParameterTypes().stream())
                                .anyMatch(used -> inexact.contains(used.getName())))
                        .forEach(unit -> events.add(SimpleConditionEvent.violated(type, unit.getDescription())));
            }
        }));
    }

    @Test
    void time_is_an_instant_or_a_date_and_comes_from_the_clock() {
        check(noClasses().should().dependOnClassesThat().areAssignableTo(LocalDateTime.class));
        for (var type : List.of(Instant.class, LocalDate.class, OffsetDateTime.class, ZonedDateTime.class)) {
            check(noClasses()
                    .that()
                    .areNotAssignableTo(AdjustableClock.class)
                    .should()
                    .callMethod(type, "now"));
        }
        check(noClasses().should().callMethod(Clock.class, "systemUTC"));
        check(noClasses().should().callMethod(Clock.class, "systemDefaultZone"));
        check(noClasses().should().callMethod(System.class, "currentTimeMillis"));
    }

    @Test
    void only_the_demonstration_shifts_the_clock() {
        check(noClasses()
                .that(DescribedPredicate.not(
                        resideInAPackage(ROOT + ".seed..").or(resideInAPackage(ROOT + ".common.time.."))))
                .should()
                .dependOnClassesThat()
                .areAssignableTo(AdjustableClock.class));
    }

    @Test
    void resources_are_package_private_and_their_endpoints_public() {
        check(classes().that().haveSimpleNameEndingWith("Resource").should().bePackagePrivate());
        check(classes()
                .that()
                .areAnnotatedWith(jakarta.ws.rs.Path.class)
                .should()
                .haveSimpleNameEndingWith("Resource"));
        check(endpoints().should().bePublic());
    }

    @Test
    void every_endpoint_declares_its_roles() {
        check(endpoints().should(new ArchCondition<>("have a role, or be one of the few open ones") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                var isGuarded = isAnnotated(method, RolesAllowed.class) || isAnnotated(method, Authenticated.class);
                var name = method.getOwner().getSimpleName() + "." + method.getName();
                var isOpen = method.isAnnotatedWith(PermitAll.class) && OPEN.contains(name);
                if (isOpen == isGuarded || method.getOwner().isAnnotatedWith(PermitAll.class)) {
                    events.add(SimpleConditionEvent.violated(method, name + " does not say who may call it"));
                }
            }
        }));
    }

    private static boolean isAnnotated(JavaMethod method, Class<? extends Annotation> annotation) {
        return method.isAnnotatedWith(annotation)
                || !method.isAnnotatedWith(PermitAll.class) && method.getOwner().isAnnotatedWith(annotation);
    }

    @Test
    void endpoints_neither_take_nor_return_entities() {
        check(endpoints().should(new ArchCondition<>("neither take nor return an entity") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                Stream.concat(Stream.of(method.getReturnType()), method.getParameterTypes().stream())
                        .map(JavaType::getAllInvolvedRawTypes)
                        .flatMap(Set::stream)
                        .filter(type -> type.isAnnotatedWith(Entity.class))
                        .forEach(type -> events.add(SimpleConditionEvent.violated(
                                method, method.getFullName() + " shows the entity " + type.getSimpleName())));
            }
        }));
    }

    /**
     * The OpenAPI document takes an operation's response type from its signature, and a bare Response has none. Only
     * the export needs one: it returns a stream or a file, and for a typed method with two media types Quarkus REST
     * writes both as text.
     */
    @Test
    void endpoints_declare_their_response_type() {
        check(endpoints()
                .and()
                .areNotDeclaredIn("io.redress.exchange.ExportResource")
                .and()
                .areNotDeclaredIn("io.redress.exchange.ListExportResource")
                .should()
                .notHaveRawReturnType(Response.class));
    }

    private static GivenMethodsConjunction endpoints() {
        return methods().that().areMetaAnnotatedWith(HttpMethod.class);
    }

    @Test
    void transactions_belong_to_use_cases_and_jobs() {
        check(methods()
                .that()
                .areAnnotatedWith(Transactional.class)
                .should()
                .beDeclaredInClassesThat(new DescribedPredicate<>("are use cases or jobs") {
                    @Override
                    public boolean test(JavaClass type) {
                        return type.isEquivalentTo(Idempotency.class)
                                || !type.isAnnotatedWith(Entity.class)
                                        && !type.getSimpleName().endsWith("Resource")
                                        && !type.isRecord()
                                        && !type.getPackageName().startsWith(ROOT + ".common");
                    }
                }));
        check(noClasses().that().haveSimpleNameEndingWith("Resource").should().beAnnotatedWith(Transactional.class));
    }

    @Test
    void role_name_constants_equal_the_roles() {
        var names = Arrays.stream(Role.Names.class.getFields())
                .collect(Collectors.toMap(Field::getName, ArchitectureTest::value));
        assertThat(names.keySet())
                .isEqualTo(Arrays.stream(Role.values()).map(Role::name).collect(Collectors.toSet()));
        assertThat(names).allSatisfy((name, value) -> assertThat(value).isEqualTo(name));
    }

    private static Object value(Field field) {
        try {
            return field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void no_class_opens_private_members_by_reflection() {
        check(noClasses()
                .should()
                .callMethodWhere(target(nameMatching("privateLookupIn|setAccessible|trySetAccessible"))));
    }

    @Test
    void no_class_is_named_for_a_layer() {
        check(noClasses().should().haveNameMatching(".*(Utils?|Helper|Manager|Impl|DTO|Dto|Facade|Mapper|Repository)"));
    }

    /** Only the entity itself writes its fields. */
    @Test
    void only_an_entity_assigns_its_fields() {
        check(classes().should(new ArchCondition<>("write no field of an entity or embeddable but their own") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getFieldAccessesFromSelf().stream()
                        .filter(access -> access.getAccessType() == JavaFieldAccess.AccessType.SET)
                        .filter(access -> access.getTargetOwner().isAnnotatedWith(Entity.class)
                                || access.getTargetOwner().isAnnotatedWith(Embeddable.class))
                        .filter(access -> !access.getTargetOwner().equals(type))
                        .forEach(access -> events.add(SimpleConditionEvent.violated(type, access.getDescription())));
            }
        }));
    }

    /** A wire type changes with the API, an entity with the database: neither may change the other unnoticed. */
    @Test
    void entities_use_no_request_or_view_types() {
        check(noClasses()
                .that()
                .areAnnotatedWith(Entity.class)
                .or()
                .areAnnotatedWith(Embeddable.class)
                .should()
                .dependOnClassesThat(new DescribedPredicate<>("are records of the contract") {
                    @Override
                    public boolean test(JavaClass type) {
                        return type.isRecord() && type.isAnnotatedWith(Schema.class);
                    }
                }));
    }

    /** A package that only one suite names would be tested twice or, without a word, not at all. */
    @Test
    void each_unit_test_is_in_one_suite() {
        assertThat(SecondHalfSuite.class.getAnnotation(ExcludePackages.class).value())
                .isEqualTo(
                        FirstHalfSuite.class.getAnnotation(SelectPackages.class).value());
    }

    @Test
    void entities_change_by_verbs_and_not_by_setters() {
        check(methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Entity.class)
                .should()
                .haveNameNotMatching("set[A-Z].*"));
    }
}
