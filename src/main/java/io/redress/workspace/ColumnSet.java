package io.redress.workspace;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.redress.common.record.InClear;
import io.redress.common.record.SqlWrites;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A named selection of register columns in a chosen order, saved by a user. */
@Entity
@SqlWrites("nothing: a user's own workspace, no record")
class ColumnSet extends PanacheEntityBase {

    /** Limit per account: a menu cannot usefully show more. */
    static final int MOST = 20;

    @Embeddable
    public record Key(
            UUID accountId, @InClear("about a screen") String name) {}

    @EmbeddedId
    Key id;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<RegisterColumn> columns;

    static List<ColumnSet> of(UUID accountId) {
        return list("id.accountId = ?1 order by id.name", accountId);
    }

    /** Native SQL for an atomic upsert: two screens may save the same name at the same moment. */
    static void save(UUID accountId, String name, List<RegisterColumn> columns) {
        getEntityManager()
                .createNativeQuery("insert into column_set (account_id, name, columns) values (?1, ?2, ?3)"
                        + " on conflict (account_id, name) do update set columns = excluded.columns")
                .setParameter(1, accountId)
                .setParameter(2, name)
                .setParameter(3, columns.stream().map(Enum::name).toArray(String[]::new))
                .executeUpdate();
    }

    static void drop(UUID accountId, String name) {
        delete("id.accountId = ?1 and id.name = ?2", accountId, name);
    }
}
