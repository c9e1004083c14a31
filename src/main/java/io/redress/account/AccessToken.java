package io.redress.account;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.redress.common.text.Digests;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;

/**
 * Something that proves who is asking: a session's cookie or a script's bearer token. The secret is 256 random bits, shown
 * once; the database has its digest only. It ends at its expiry or when it is revoked, alone or
 * with all others of an account that is disabled or gets a new password.
 */
@Entity
class AccessToken extends PanacheEntityBase {

    enum Kind {
        SESSION,
        SCRIPT
    }

    private static final SecureRandom RANDOM = new SecureRandom();

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "account_id")
    Account account;

    @Enumerated(EnumType.STRING)
    Kind kind;

    String name;

    String digest;

    Instant createdAt;

    Instant expiresAt;

    Instant revokedAt;

    static String newSecret() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static AccessToken of(Account account, Kind kind, String name, String secret, Instant now, Instant expiresAt) {
        var token = new AccessToken();
        token.account = account;
        token.kind = kind;
        token.name = name;
        token.digest = Digests.sha256(secret);
        token.createdAt = now;
        token.expiresAt = expiresAt;
        return token;
    }

    static Optional<AccessToken> inForce(String secret, Instant now) {
        return find(
                        "from AccessToken t join fetch t.account a where t.digest = ?1 and t.revokedAt is null"
                                + " and t.expiresAt > ?2 and not a.disabled",
                        Digests.sha256(secret),
                        now)
                .firstResultOptional();
    }

    static void revokeAllOf(Account account, Instant now) {
        update("revokedAt = ?1 where account = ?2 and revokedAt is null", now, account);
    }

    static List<AccessToken> scriptsOf(UUID accountId) {
        return list("account.id = ?1 and kind = ?2 and revokedAt is null order by id", accountId, Kind.SCRIPT);
    }
}
