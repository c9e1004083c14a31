package io.redress.workspace;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.redress.common.record.InClear;
import io.redress.common.record.NotAudited;
import io.redress.common.record.SqlWrites;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Optional;
import java.util.UUID;

/** How a user likes the client to look, on every device. A field is null until the user has chosen. */
@Entity
@SqlWrites("nothing: a user's own workspace, no record")
@NotAudited("a user's own workspace, no record")
class Preferences extends PanacheEntityBase {

    @Id
    UUID accountId;

    @InClear("a code")
    String language;

    Boolean dark;
    Boolean largeType;
    Boolean compact;
    Boolean menuFolded;

    static Optional<Preferences> of(UUID accountId) {
        return findByIdOptional(accountId);
    }

    /** Native SQL for an atomic upsert: two tabs may change something at the same moment, and the last one counts. */
    static void save(
            UUID accountId, String language, Boolean dark, Boolean largeType, Boolean compact, Boolean menuFolded) {
        getEntityManager()
                .createNativeQuery(
                        "insert into preferences (account_id, language, dark, large_type, compact, menu_folded)"
                                + " values (?1, ?2, ?3, ?4, ?5, ?6) on conflict (account_id) do update set"
                                + " language = excluded.language, dark = excluded.dark, large_type = excluded.large_type,"
                                + " compact = excluded.compact, menu_folded = excluded.menu_folded")
                .setParameter(1, accountId)
                .setParameter(2, language)
                .setParameter(3, dark)
                .setParameter(4, largeType)
                .setParameter(5, compact)
                .setParameter(6, menuFolded)
                .executeUpdate();
    }
}
