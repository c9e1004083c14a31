package io.redress.account;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.redress.common.record.InClear;
import io.redress.common.record.SqlWrites;
import io.redress.common.text.Digests;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;

/**
 * Device cookie (OWASP): a browser with which an account has signed in. It does not authenticate; it only lets the
 * throttling count this browser's failures separately. One browser may belong to several accounts, because clerks at a
 * window take turns.
 */
@Entity
@SqlWrites("signed-in, password-changed")
public class KnownDevice extends PanacheEntityBase {

    public static final Duration REMEMBERED = Duration.ofDays(180);

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    public UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "account_id")
    Account account;

    @InClear("a digest")
    String digest;

    Instant lastUsedAt;

    public static Optional<KnownDevice> of(Account account, String secret, Instant now) {
        return secret == null
                ? Optional.empty()
                : find(
                                "account = ?1 and digest = ?2 and lastUsedAt > ?3",
                                account,
                                Digests.sha256(secret),
                                now.minus(REMEMBERED))
                        .firstResultOptional();
    }

    /**
     * Returns the browser's secret, or a new one if the given one is unknown; the account is then known in this
     * browser.
     */
    public static String remember(Account account, String secret, Instant now) {
        var isOurs = secret != null && count("digest", Digests.sha256(secret)) > 0;
        var kept = isOurs ? secret : AccessToken.newSecret();
        of(account, kept, now).ifPresentOrElse(device -> device.lastUsedAt = now, () -> introduce(account, kept, now));
        return kept;
    }

    /** An upsert, because two sign-ins may run in one browser at the same moment. */
    private static void introduce(Account account, String secret, Instant now) {
        getEntityManager()
                .createNativeQuery(
                        "insert into known_device (id, account_id, digest, last_used_at) values (?1, ?2, ?3, ?4)"
                                + " on conflict (digest, account_id) do update set last_used_at = excluded.last_used_at")
                .setParameter(1, UUID.randomUUID())
                .setParameter(2, account.id)
                .setParameter(3, Digests.sha256(secret))
                .setParameter(4, now)
                .executeUpdate();
    }

    static void forgetAllOf(Account account) {
        delete("account", account);
    }

    /** Keeps only the current browser. */
    public static void forgetOthers(Account account, String secret) {
        delete("account = ?1 and digest <> ?2", account, secret == null ? "" : Digests.sha256(secret));
    }

    public static void forgetOld(Instant now) {
        delete("lastUsedAt < ?1", now.minus(REMEMBERED));
    }
}
