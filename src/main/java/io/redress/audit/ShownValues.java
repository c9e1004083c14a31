package io.redress.audit;

import io.redress.common.record.Hidden;
import io.redress.common.record.Shown;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.metamodel.Attribute;
import jakarta.persistence.metamodel.EmbeddableType;
import jakarta.persistence.metamodel.ManagedType;
import jakarta.persistence.metamodel.SingularAttribute;
import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Decides which values an auditor sees (三员分立). The trail always shows that a field changed, but its value only where
 * that says nothing about a person. The rules, in this order:
 *
 * <ol>
 *   <li>never bytes: they are encrypted columns;
 *   <li>text only of fields marked {@link Shown}: a new field is hidden until a developer decides otherwise;
 *   <li>states, kinds, numbers, amounts, dates, moments and ids, unless the field is {@link Hidden}.
 * </ol>
 *
 * Fields of embeddables and of child entities are named with their path.
 */
@Singleton
class ShownValues {

    private final Instance<EntityManagerFactory> entities;
    private volatile Paths paths;

    ShownValues(Instance<EntityManagerFactory> entities) {
        this.entities = entities;
    }

    private record Paths(Set<String> shown, Set<String> hidden) {

        void add(String prefix, ManagedType<?> type) {
            for (var attribute : type.getAttributes()) {
                var path = prefix + attribute.getName();
                if (attribute instanceof SingularAttribute<?, ?> one
                        && one.getType() instanceof EmbeddableType<?> part) {
                    add(path + ".", part);
                }
                if (has(attribute, Shown.class)) {
                    shown.add(path);
                }
                if (has(attribute, Hidden.class)) {
                    hidden.add(path);
                }
            }
        }

        private static boolean has(Attribute<?, ?> attribute, Class<? extends Annotation> annotation) {
            try {
                return attribute
                        .getJavaMember()
                        .getDeclaringClass()
                        .getDeclaredField(attribute.getName())
                        .isAnnotationPresent(annotation);
            } catch (NoSuchFieldException e) {
                throw new IllegalStateException("the attribute has no field", e);
            }
        }
    }

    private Paths paths() {
        if (paths == null) {
            var read = new Paths(new HashSet<>(), new HashSet<>());
            for (var entity : entities.get().getMetamodel().getEntities()) {
                read.add(
                        EntityParts.prefixOf(
                                entity.getJavaType(), entities.get().getMetamodel()),
                        entity);
            }
            paths = read;
        }
        return paths;
    }

    /**
     * Returns the value as written into the log, or null when it stays hidden.
     *
     * @param field with the record's type and its path, without the ids of parts
     */
    Object of(String field, Object value) {
        if (paths().hidden().contains(field)) {
            return null;
        }
        if (value instanceof CharSequence) {
            return paths().shown().contains(field) ? value.toString() : null;
        }
        if (value instanceof Collection<?> many) {
            var shown = many.stream().map(one -> of(field, one)).toList();
            return shown.stream().anyMatch(Objects::isNull)
                    ? null
                    : many instanceof Set ? shown.stream().sorted().toList() : shown;
        }
        if (value instanceof Object[] many) {
            return of(field, Arrays.asList(many));
        }
        return plain(value);
    }

    /** Null for text and for bytes. */
    static Object plain(Object value) {
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof BigDecimal amount) {
            return amount.toPlainString();
        }
        if (value instanceof Integer || value instanceof Long || value instanceof Boolean) {
            return value;
        }
        return value instanceof TemporalAccessor || value instanceof UUID ? value.toString() : null;
    }
}
