package io.redress.common.problem;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.exception.ConstraintViolationException;

/**
 * The constraints of the database that an entity may violate, and the problem that each of them means. The violation of
 * any other constraint is thrown unchanged.
 *
 * @param problems by name of the constraint
 */
public record ConstraintProblems<T extends PanacheEntityBase>(Map<String, Function<T, Problem>> problems) {

    /** Persists and flushes the entity; throws the problem if it violates one of these constraints. */
    public void persistAndFlush(T entity) {
        translate(entity, () -> {
            entity.persistAndFlush();
            return entity;
        });
    }

    /** Runs a change that flushes; throws the problem if the entity violates one of these constraints. */
    public <R> R translate(T entity, Supplier<R> change) {
        try {
            return change.get();
        } catch (ConstraintViolationException e) {
            var problem = e.getConstraintName() == null ? null : problems.get(e.getConstraintName());
            throw problem == null ? e : problem.apply(entity);
        }
    }
}
