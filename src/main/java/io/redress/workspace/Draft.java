package io.redress.workspace;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.redress.common.record.Encrypted;
import io.redress.common.record.InClear;
import io.redress.common.record.SqlWrites;
import io.redress.privacy.EncryptedColumn;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Unsent form of a user. It may name people who will never be registered, so it is encrypted and only its owner can
 * read it. It is deleted at sign-out, or after {@link #KEPT}.
 */
@Entity
@SqlWrites("nothing: a user's own workspace, no record")
class Draft extends PanacheEntityBase {

    /** A working day at the counter. */
    static final Duration KEPT = Duration.ofHours(12);

    /** Limit per account; the oldest drafts are deleted. */
    static final int MOST = 10;

    @Embeddable
    public record Key(UUID accountId, @InClear("a code") String form) {}

    @EmbeddedId
    Key id;

    @Encrypted
    byte[] content;

    Instant savedAt;

    /** Native SQL for an atomic upsert: two screens may save the same form at the same moment. */
    static void save(UUID accountId, String form, String content, Instant now) {
        getEntityManager()
                .createNativeQuery("insert into draft (account_id, form, content, saved_at) values (?1, ?2, ?3, ?4)"
                        + " on conflict (account_id, form) do update"
                        + " set content = excluded.content, saved_at = excluded.saved_at")
                .setParameter(1, accountId)
                .setParameter(2, form)
                .setParameter(3, content(accountId, form).seal(content))
                .setParameter(4, now)
                .executeUpdate();
        getEntityManager()
                .createNativeQuery("delete from draft where account_id = ?1 and form not in"
                        + " (select form from draft where account_id = ?1 order by saved_at desc, form limit ?2)")
                .setParameter(1, accountId)
                .setParameter(2, MOST)
                .executeUpdate();
    }

    static List<Draft> of(UUID accountId, Instant now) {
        return list("id.accountId = ?1 and savedAt > ?2 order by savedAt desc", accountId, now.minus(KEPT));
    }

    static void drop(UUID accountId, String form) {
        delete("id.accountId = ?1 and id.form = ?2", accountId, form);
    }

    static void dropAllOf(UUID accountId) {
        delete("id.accountId", accountId);
    }

    static void forgetOld(Instant now) {
        delete("savedAt <= ?1", now.minus(KEPT));
    }

    String open() {
        return content(id.accountId, id.form).open(content);
    }

    private static EncryptedColumn content(UUID accountId, String form) {
        return new EncryptedColumn("draft", accountId + "/" + form, "content");
    }
}
