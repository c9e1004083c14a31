package io.redress.account;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.redress.common.record.InClear;
import io.redress.common.record.Shown;
import io.redress.common.record.SqlWrites;
import io.redress.common.secret.RandomSecrets;
import io.redress.common.text.Digests;
import io.redress.common.words.Label;
import io.redress.common.words.Labelled;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;

/**
 * The secret of a session (cookie) or of a script (bearer token): 256 random bits, shown once; the database stores only
 * its digest. It ends when it expires, a session also when idle, or when it is revoked: singly, or with all others of
 * an account that is disabled or gets a new password.
 */
@Entity
@SqlWrites("session-revoked, token-revoked, password-changed")
public class AccessToken extends PanacheEntityBase {

    public enum Kind {
        SESSION,
        SCRIPT
    }

    /** How the owner of a session proved who they are. */
    @Schema(name = "SignInMeans")
    public enum Means implements Labelled {
        PASSWORD("密码", "Password"),
        IDENTITY_PROVIDER("统一身份认证", "Identity provider");

        private final Label label;

        Means(String zh, String en) {
            label = new Label(zh, en);
        }

        @Override
        public Label label() {
            return label;
        }
    }

    /** From what a session was opened, as the browser says it (User-Agent); enough for the owner to know it again. */
    @Schema(name = "SignInDevice")
    public enum Device implements Labelled {
        COMPUTER("电脑", "Computer"),
        PHONE("手机或平板", "Phone or tablet"),
        PROGRAM("程序", "Program");

        private final Label label;

        Device(String zh, String en) {
            label = new Label(zh, en);
        }

        @Override
        public Label label() {
            return label;
        }

        public static Device of(String userAgent) {
            if (userAgent == null || !userAgent.startsWith("Mozilla/")) {
                return PROGRAM;
            }
            return userAgent.matches(".*(Mobile|Android|iPad|iPhone|HarmonyOS).*") ? PHONE : COMPUTER;
        }
    }

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    public UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "account_id")
    public Account account;

    @Enumerated(EnumType.STRING)
    public Kind kind;

    @Shown
    public String name;

    @InClear("a digest")
    String digest;

    /** The address that opened the session. */
    @InClear("of a network")
    public String address;

    /** Null for a script. */
    @Enumerated(EnumType.STRING)
    public Means means;

    /** Null for a script, and for a session from before this was kept. */
    @Enumerated(EnumType.STRING)
    public Device device;

    /** Whether the browser was not known to have signed in to this account before. */
    public boolean newDevice;

    /** A script's scopes; a person's rights come from the account's roles. */
    @Shown
    @JdbcTypeCode(SqlTypes.ARRAY)
    public List<String> scopes = List.of();

    public Instant createdAt;

    public Instant lastUsedAt;

    public Instant expiresAt;

    public Instant revokedAt;

    private static final String ENDED_BEFORE = "expiresAt < ?1 or revokedAt < ?1";

    public static long countEndedBefore(Instant moment) {
        return count(ENDED_BEFORE, moment);
    }

    public static List<AccessToken> endedBefore(Instant moment, int limit) {
        return find(ENDED_BEFORE + " order by id", moment).page(0, limit).list();
    }

    public static String newSecret() {
        return RandomSecrets.base64Url(32);
    }

    public static AccessToken session(
            Account account,
            String address,
            Means means,
            Device device,
            String secret,
            Instant now,
            Instant expiresAt) {
        var token = of(account, Kind.SESSION, "session", secret, now, expiresAt);
        token.address = address;
        token.means = means;
        token.device = device;
        token.lastUsedAt = now;
        return token;
    }

    public void fromNewDevice() {
        newDevice = true;
    }

    /** The latest sessions, also those that have ended. */
    public static List<AccessToken> signInsOf(UUID accountId, int limit) {
        return find("account.id = ?1 and kind = ?2 order by id desc", accountId, Kind.SESSION)
                .page(0, limit)
                .list();
    }

    public static AccessToken script(
            Account account, String name, List<String> scopes, String secret, Instant now, Instant expiresAt) {
        var token = of(account, Kind.SCRIPT, name, secret, now, expiresAt);
        token.scopes = scopes;
        return token;
    }

    private static AccessToken of(
            Account account, Kind kind, String name, String secret, Instant now, Instant expiresAt) {
        var token = new AccessToken();
        token.account = account;
        token.kind = kind;
        token.name = name;
        token.digest = Digests.sha256(secret);
        token.createdAt = now;
        token.expiresAt = expiresAt;
        return token;
    }

    public static void revoke(UUID id, Instant now) {
        update("revokedAt = ?1 where id = ?2 and revokedAt is null", now, id);
    }

    public static void revokeAllOf(Account account, Instant now) {
        update("revokedAt = ?1 where account = ?2 and revokedAt is null", now, account);
    }

    public static int revokeSessionsOf(UUID accountId, Instant now) {
        return update(
                "revokedAt = ?1 where account.id = ?2 and kind = ?3 and revokedAt is null and expiresAt > ?1",
                now,
                accountId,
                Kind.SESSION);
    }

    /** Revokes all sessions but the given one, and optionally the scripts. */
    public static int revokeOthers(UUID accountId, UUID kept, boolean alsoScripts, Instant now) {
        return update(
                "revokedAt = ?1 where account.id = ?2 and id <> ?3 and (kind = ?4 or ?5 = true) and revokedAt is null"
                        + " and expiresAt > ?1",
                now,
                accountId,
                kept,
                Kind.SESSION,
                alsoScripts);
    }

    public static List<AccessToken> sessionsOf(UUID accountId, Instant now, Duration idle) {
        return list(
                "account.id = ?1 and kind = ?2 and revokedAt is null and expiresAt > ?3 and lastUsedAt > ?4 order by id",
                accountId,
                Kind.SESSION,
                now,
                now.minus(idle));
    }

    public static boolean isSignedInFrom(Account account, String address, Instant since) {
        return count(
                        "account = ?1 and kind = ?2 and address = ?3 and createdAt > ?4",
                        account,
                        Kind.SESSION,
                        address,
                        since)
                > 0;
    }

    public static List<AccessToken> scriptsOf(UUID accountId) {
        return list("account.id = ?1 and kind = ?2 and revokedAt is null order by id", accountId, Kind.SCRIPT);
    }

    public static List<AccessToken> scriptsAfter(UUID id, int limit) {
        return find(
                        "from AccessToken t join fetch t.account where t.kind = ?1 and t.revokedAt is null and t.id > ?2"
                                + " order by t.id",
                        Kind.SCRIPT,
                        id)
                .page(0, limit)
                .list();
    }

    public static void forgetEndedBefore(Instant moment) {
        delete("expiresAt < ?1", moment);
    }
}
