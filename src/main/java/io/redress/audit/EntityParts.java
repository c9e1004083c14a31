package io.redress.audit;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.OneToMany;
import jakarta.persistence.metamodel.Bindable;
import jakarta.persistence.metamodel.Metamodel;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Hibernate;
import org.hibernate.type.Type;

/**
 * Names entities for the audit trail. A child entity ({@code orphanRemoval}) is logged under its owner and by its
 * position there. When a correction replaces lines, each new line so appears as a change of the old one at its
 * position.
 */
@Singleton
class EntityParts {

    private static final String POSITION = "position";
    private static final Pattern HYPHEN = Pattern.compile("-([a-z])");

    private final Instance<EntityManagerFactory> entities;
    private final Map<Class<?>, Optional<Part>> known = new ConcurrentHashMap<>();

    EntityParts(Instance<EntityManagerFactory> entities) {
        this.entities = entities;
    }

    /**
     * The relation of a child entity to its owner.
     *
     * @param property the child's property that refers to the owner
     * @param index of that property
     * @param collection the owner's property that holds the child
     */
    record Part(String property, int index, String collection) {

        String path(Object id, String[] names, Object[] state) {
            var position = Arrays.asList(names).indexOf(POSITION);
            return collection + "/" + (position < 0 ? id : state[position]) + "/";
        }
    }

    Optional<Part> of(Object entity, String[] names, Type[] types) {
        return known.computeIfAbsent(entity.getClass(), type -> find(type, names, types));
    }

    private static Optional<Part> find(Class<?> type, String[] names, Type[] types) {
        for (var i = 0; i < names.length; i++) {
            if (types[i].isEntityType()) {
                var property = names[i];
                var collection = Stream.of(types[i].getReturnedClass().getDeclaredFields())
                        .filter(field -> holds(field, type, property))
                        .findFirst();
                if (collection.isPresent()) {
                    return Optional.of(new Part(property, i, collection.get().getName()));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean holds(Field field, Class<?> type, String property) {
        return isPart(field, type)
                && field.getAnnotation(OneToMany.class).mappedBy().equals(property);
    }

    private static boolean isPart(Field field, Class<?> type) {
        var many = field.getAnnotation(OneToMany.class);
        return many != null
                && many.orphanRemoval()
                && field.getGenericType().getTypeName().contains("<" + type.getName() + ">");
    }

    /** The prefix of an entity's fields in the trail: its own type, or the owner's type and collection. */
    static String prefixOf(Class<?> type, Metamodel metamodel) {
        return metamodel.getEntities().stream()
                .map(Bindable::getBindableJavaType)
                .flatMap(owner -> Stream.of(owner.getDeclaredFields()))
                .filter(field -> isPart(field, type))
                .findFirst()
                .map(field -> decapitalised(field.getDeclaringClass().getSimpleName()) + "." + field.getName() + ".")
                .orElseGet(() -> decapitalised(type.getSimpleName()) + ".");
    }

    /**
     * Hibernate has already cleared the reference for a child taken out of its owner; the owner's other changes tell of
     * it.
     */
    AuditLog.Record owner(Part part, Object[] state) {
        var owner = Objects.requireNonNull(state[part.index()], "the child entity has no owner");
        return new AuditLog.Record(typeOf(Hibernate.unproxy(owner)), reference(owner));
    }

    /** The id of a referenced entity; null for null. */
    String reference(Object entity) {
        return entity == null
                ? null
                : idOf(entities.get().getPersistenceUnitUtil().getIdentifier(entity));
    }

    boolean isAnnotated(Object entity, String field, Class<? extends Annotation> annotation) {
        return Stream.of(entity.getClass().getDeclaredFields())
                .anyMatch(declared -> declared.getName().equals(field) && declared.isAnnotationPresent(annotation));
    }

    /** {@code attentionEntry}, as in the names of operations. */
    static String typeOf(Object entity) {
        return decapitalised(entity.getClass().getSimpleName());
    }

    /** The type name for {@code AttentionEntry} or {@code attention-entry}; null for null. */
    static String typeNamed(String name) {
        return name == null
                ? null
                : decapitalised(HYPHEN.matcher(name)
                        .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT)));
    }

    static String decapitalised(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    /** For a composite id, which has to be a public record, joins only the components that contain no personal data: a reader's address is no id. */
    static String idOf(Object id) {
        if (!id.getClass().isRecord()) {
            return id.toString();
        }
        return Stream.of(id.getClass().getRecordComponents())
                .map(component -> {
                    try {
                        return ShownValues.plain(component.getAccessor().invoke(id));
                    } catch (ReflectiveOperationException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.joining("/"));
    }
}
