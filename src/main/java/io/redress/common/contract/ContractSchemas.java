package io.redress.common.contract;

import io.redress.common.words.AmountLabelled;
import io.redress.common.words.Code;
import io.redress.common.words.Label;
import io.redress.common.words.Labelled;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;

/** Corrects the schemas: no members that the records lack, no contradicting keywords, no unused schemas. */
final class ContractSchemas {

    private static final String PREFIX = "#/components/schemas/";
    private static final DotName CODE = DotName.createSimple(Code.class);
    private static final DotName LABELLED = DotName.createSimple(Labelled.class);
    private static final DotName SCHEMA =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.media.Schema");

    private final OpenAPI api;

    ContractSchemas(OpenAPI api) {
        this.api = api;
    }

    static String nameIn(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    /** SmallRye takes the {@code isX()} method of a record for a property; JSON has only the components. */
    void removeWhatRecordsDoNotHold(IndexView index) {
        for (var type : index.getKnownClasses()) {
            var schema = schemas().get(schemaName(type));
            if (type.isRecord() && isDescribed(type) && schema != null && schema.getProperties() != null) {
                var held = type.recordComponents().stream()
                        .map(RecordComponentInfo::name)
                        .collect(Collectors.toSet());
                for (var property : List.copyOf(schema.getProperties().keySet())) {
                    if (!held.contains(property)) {
                        schema.removeProperty(property);
                    }
                }
            }
        }
    }

    /** An enumeration of an open list ({@link Code}) has the codes of all features. */
    void listCodes(IndexView index) {
        for (var list : openLists(index)) {
            var codes = index.getAllKnownImplementors(list.name()).stream()
                    .filter(ClassInfo::isEnum)
                    .flatMap(type -> ContractSchemas.<Code>codes(type))
                    .sorted(Comparator.comparingInt(Code::place))
                    .toList();
            describe(list, schema -> {
                schema.setEnumeration(codes.stream().<Object>map(Code::name).toList());
                label(schema, codes);
            });
        }
    }

    private static List<ClassInfo> openLists(IndexView index) {
        return index.getAllKnownSubinterfaces(CODE).stream()
                .filter(ContractSchemas::isDescribed)
                .toList();
    }

    /** The names of all other codes ({@link Labelled}). */
    void labelCodes(IndexView index) {
        for (var type : index.getAllKnownImplementors(LABELLED)) {
            if (type.isEnum()) {
                describe(
                        type,
                        schema -> label(
                                schema, ContractSchemas.<Labelled>codes(type).toList()));
            }
        }
    }

    private void describe(ClassInfo type, Consumer<Schema> description) {
        var schema = schemas().get(schemaName(type));
        if (schema != null) {
            description.accept(schema);
        }
    }

    private static void label(Schema schema, List<? extends Labelled> codes) {
        schema.addExtension("x-labels", labels(codes, Labelled::label));
        var amounts = codes.stream()
                .filter(AmountLabelled.class::isInstance)
                .map(AmountLabelled.class::cast)
                .filter(code -> !code.amountLabel().equals(code.label()))
                .toList();
        if (!amounts.isEmpty()) {
            schema.addExtension("x-amount-labels", labels(amounts, AmountLabelled::amountLabel));
        }
    }

    private static <C extends Labelled> Map<String, Map<String, String>> labels(
            List<C> codes, Function<? super C, Label> of) {
        var labels = new LinkedHashMap<String, Map<String, String>>();
        for (var code : codes) {
            var label = new LinkedHashMap<String, String>();
            label.put("zh-CN", of.apply(code).zh());
            label.put("en", of.apply(code).en());
            labels.put(code.name(), label);
        }
        return labels;
    }

    @SuppressWarnings("unchecked")
    private static <C> Stream<C> codes(ClassInfo type) {
        try {
            var loader = Thread.currentThread().getContextClassLoader();
            return Stream.of((C[]) loader.loadClass(type.name().toString()).getEnumConstants());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("failed to load a class of the index", e);
        }
    }

    /** Only annotated records are part of the API; others may have the same simple name. */
    private static boolean isDescribed(ClassInfo type) {
        return type.declaredAnnotation(SCHEMA) != null;
    }

    void settle() {
        var names = pageNames();
        var values = new ContractValues(schemas());
        everySchema(values::fit);
        everySchema(schema -> {
            if (schema.getRef() != null) {
                var name = nameIn(schema.getRef());
                schema.setRef(PREFIX + names.getOrDefault(name, name));
            }
            if (schema.getRef() != null || schema.getAnyOf() != null) {
                schema.setType(null);
            }
            schema.setPattern(wholeText(schema.getPattern()));
        });
        var kept = new TreeMap<String, Schema>();
        schemas().forEach((name, schema) -> kept.put(names.getOrDefault(name, name), schema));
        api.getComponents().setSchemas(kept);
        kept.get("Problem")
                .setAdditionalPropertiesSchema(OASFactory.createSchema().booleanSchema(true));
        for (var name : reachable(roots(true))) {
            if (kept.get(name).getProperties() != null) {
                kept.get(name)
                        .setAdditionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false));
            }
        }
        kept.keySet().retainAll(reachable(roots(false)));
        api.getComponents().setSchemas(kept);
    }

    /** {@code Page<AreaView>} is an {@code AreaPage}. */
    private Map<String, String> pageNames() {
        var names = new TreeMap<String, String>();
        schemas().forEach((name, schema) -> {
            if (name.startsWith("Page")
                    && schema.getProperties() != null
                    && schema.getProperties().keySet().equals(Set.of("items", "next"))) {
                names.put(name, name.substring("Page".length()).replaceFirst("View$", "") + "Page");
                if (schema.getDescription() == null) {
                    schema.setDescription("一页 / one page of a list");
                }
            }
        });
        return names;
    }

    /**
     * Bean Validation matches the whole text, JSON Schema any part of it. {@code \S} means "not blank" and stays as it
     * is.
     */
    private static String wholeText(String pattern) {
        if (pattern == null || pattern.equals("\\S") || pattern.startsWith("^")) {
            return pattern;
        }
        return pattern.contains("|") ? "^(?:" + pattern + ")$" : "^" + pattern + "$";
    }

    private Map<String, Schema> schemas() {
        return api.getComponents().getSchemas() == null
                ? Map.of()
                : api.getComponents().getSchemas();
    }

    private static String schemaName(ClassInfo type) {
        var schema = type.declaredAnnotation(SCHEMA);
        return schema != null && schema.value("name") != null
                ? schema.value("name").asString()
                : type.simpleName();
    }

    private void everySchema(Consumer<Schema> visitor) {
        roots(false).forEach(schema -> walk(schema, visitor));
        schemas().values().forEach(schema -> walk(schema, visitor));
    }

    private List<Schema> roots(boolean requestsOnly) {
        var roots = new ArrayList<Schema>();
        for (var path : api.getPaths().getPathItems().values()) {
            for (var operation : path.getOperations().values()) {
                if (operation.getRequestBody() != null) {
                    add(operation.getRequestBody().getContent(), roots);
                }
                if (!requestsOnly) {
                    addRest(operation, roots);
                }
            }
        }
        if (!requestsOnly) {
            api.getComponents().getResponses().values().forEach(response -> add(response.getContent(), roots));
        }
        return roots;
    }

    private static void addRest(Operation operation, List<Schema> roots) {
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(parameter -> roots.add(parameter.getSchema()));
        }
        operation.getResponses().getAPIResponses().values().forEach(response -> add(response.getContent(), roots));
    }

    private static void add(Content content, List<Schema> roots) {
        if (content != null && content.getMediaTypes() != null) {
            content.getMediaTypes().values().forEach(type -> roots.add(type.getSchema()));
        }
    }

    private Set<String> reachable(List<Schema> roots) {
        var found = new HashSet<String>();
        var waiting = new ArrayDeque<Schema>();
        roots.stream().filter(Objects::nonNull).forEach(waiting::add);
        while (!waiting.isEmpty()) {
            walk(waiting.poll(), schema -> {
                if (schema.getRef() != null && found.add(nameIn(schema.getRef()))) {
                    waiting.add(schemas().get(nameIn(schema.getRef())));
                }
            });
        }
        return found;
    }

    private static void walk(Schema schema, Consumer<Schema> visitor) {
        if (schema == null) {
            return;
        }
        visitor.accept(schema);
        children(schema).forEach(child -> walk(child, visitor));
    }

    private static Set<Schema> children(Schema schema) {
        var children = new LinkedHashSet<Schema>();
        if (schema.getProperties() != null) {
            children.addAll(schema.getProperties().values());
        }
        Stream.of(schema.getAnyOf(), schema.getAllOf(), schema.getOneOf())
                .filter(Objects::nonNull)
                .forEach(children::addAll);
        children.add(schema.getItems());
        children.add(schema.getAdditionalPropertiesSchema());
        return children;
    }
}
