package io.redress.audit;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.redress.audit.EntityParts.Part;
import io.redress.audit.log.Effect;
import io.redress.common.record.NotAudited;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.ElementCollection;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.Interceptor;
import org.hibernate.Transaction;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.type.CompositeType;
import org.hibernate.type.Type;

/**
 * Hibernate interceptor that audits every entity write, so that no entity can be forgotten. SQL that bypasses Hibernate
 * is audited by the event its use case fires; a test lists all such places.
 */
@PersistenceUnitExtension
@ApplicationScoped
class EntityListener implements Interceptor {

    private static final String VERSION = "version";

    private final AuditLog log;
    private final EntityParts parts;

    EntityListener(AuditLog log, EntityParts parts) {
        this.log = log;
        this.parts = parts;
    }

    @Override
    public boolean onPersist(Object entity, Object id, Object[] state, String[] names, Type[] types) {
        write(Effect.CREATED, entity, id, state, null, names, types);
        return false;
    }

    @Override
    public boolean onFlushDirty(
            Object entity, Object id, Object[] state, Object[] previous, String[] names, Type[] types) {
        write(Effect.CHANGED, entity, id, state, previous, names, types);
        return false;
    }

    @Override
    public void onRemove(Object entity, Object id, Object[] state, String[] names, Type[] types) {
        write(Effect.REMOVED, entity, id, null, state, names, types);
    }

    private void write(
            Effect effect, Object entity, Object id, Object[] now, Object[] before, String[] names, Type[] types) {
        if (entity.getClass().isAnnotationPresent(NotAudited.class)) {
            return;
        }
        var type = EntityParts.typeOf(entity);
        var part = parts.of(entity, names, types);
        var owner = part.map(owned -> parts.owner(owned, now == null ? before : now));
        var record = owner.orElseGet(() -> new AuditLog.Record(type, EntityParts.idOf(id)));
        var change = log.change(record, part.isPresent() ? Effect.CHANGED : effect);
        var path = part.map(owned -> owned.path(id, names, now == null ? before : now))
                .orElse("");
        var shown = type(record, part);
        for (var i = 0; i < names.length; i++) {
            if (!names[i].equals(VERSION)
                    && !part.map(Part::property).filter(names[i]::equals).isPresent()) {
                note(change, effect, path + names[i], shown + names[i], types[i], at(before, i), at(now, i));
            }
        }
    }

    private static String type(AuditLog.Record record, Optional<Part> part) {
        return record.type() + "." + part.map(owned -> owned.collection() + ".").orElse("");
    }

    private static Object at(Object[] state, int index) {
        return state == null ? null : state[index];
    }

    private void note(
            RecordChange change, Effect effect, String field, String shown, Type type, Object before, Object now) {
        if (type.isCollectionType()) {
            return;
        }
        if (type instanceof CompositeType composite) {
            var names = composite.getPropertyNames();
            var old = before == null ? null : composite.getPropertyValues(before);
            var present = now == null ? null : composite.getPropertyValues(now);
            for (var i = 0; i < names.length; i++) {
                var subtype = composite.getSubtypes()[i];
                note(
                        change,
                        effect,
                        field + "." + names[i],
                        shown + "." + names[i],
                        subtype,
                        at(old, i),
                        at(present, i));
            }
            return;
        }
        if (type.isEntityType()) {
            before = parts.reference(before);
            now = parts.reference(now);
        }
        switch (effect) {
            case CREATED -> change.added(field, shown, now);
            case REMOVED -> change.removed(field, shown, before);
            default -> {
                if (type.isEntityType() || !type.isEqual(before, now)) {
                    change.changed(field, shown, before, now);
                }
            }
        }
    }

    @Override
    public void onCollectionRecreate(Object collection, Object key) {
        if (!elements(collection).isEmpty()) {
            elements(collection, key, null, collection);
        }
    }

    @Override
    public void onCollectionUpdate(Object collection, Object key) {
        elements(collection, key, ((PersistentCollection<?>) collection).getStoredSnapshot(), collection);
    }

    @Override
    public void onCollectionRemove(Object collection, Object key) {
        elements(collection, key, ((PersistentCollection<?>) collection).getStoredSnapshot(), List.of());
    }

    private void elements(Object collection, Object key, Object before, Object after) {
        var owner = ((PersistentCollection<?>) collection).getOwner();
        var role = ((PersistentCollection<?>) collection).getRole();
        var field = role.substring(role.lastIndexOf('.') + 1);
        if (owner == null || !parts.isAnnotated(owner, field, ElementCollection.class)) {
            return;
        }
        var record = new AuditLog.Record(EntityParts.typeOf(owner), EntityParts.idOf(key));
        log.change(record, Effect.CHANGED)
                .changed(field, record.type() + "." + field, elements(before), elements(after));
    }

    /** Hibernate keeps the snapshot of a set as a map. */
    private static Collection<?> elements(Object collection) {
        if (collection == null) {
            return null;
        }
        var elements = collection instanceof Map<?, ?> map ? map.keySet() : (Collection<?>) collection;
        return elements instanceof Set ? Set.copyOf(elements) : List.copyOf(elements);
    }

    /** Runs after the last flush. Hibernate only logs an exception from this method. */
    @Override
    public void beforeTransactionCompletion(Transaction transaction) {
        log.completeOrRollBack();
    }
}
