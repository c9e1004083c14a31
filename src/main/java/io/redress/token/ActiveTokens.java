package io.redress.token;

import io.redress.account.AccessToken;
import io.redress.account.Caller;
import io.redress.account.Role;
import io.redress.account.Viewer;
import io.redress.area.AreaScope;
import io.redress.common.database.Sql;
import io.redress.common.record.SqlWrites;
import io.redress.common.text.Digests;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Authenticates a session or token secret. Every request calls this first, so it is a single statement without
 * Hibernate and without a transaction.
 */
@ApplicationScoped
@SqlWrites("nothing: the last use of a token is no change")
public class ActiveTokens {

    /**
     * Resolves the account's area to its successor: once an area is abolished, its officer answers for the successor.
     */
    private static final String IN_FORCE = """
            select t.id, t.kind, t.scopes, t.last_used_at, a.id, a.name,
                (with recursive place as (
                        select code, successor_code from area where code = a.area_code
                        union
                        select next.code, next.successor_code from place join area next on next.code = place.successor_code)
                    select code from place where successor_code is null),
                a.branch_id, a.must_change_password,
                array(select role from account_role where account_id = a.id)
            from access_token t join account a on a.id = t.account_id
            where t.digest = ? and t.kind = ? and t.revoked_at is null and t.expires_at > ? and not a.disabled
                and (t.kind = 'SCRIPT' or t.last_used_at > ?)
            """;

    /** Updates this column only, because a revocation may run at the same moment. */
    private static final String TOUCH = "update access_token set last_used_at = ? where id = ?";

    /** Minimum interval between two updates of the last use. */
    private static final Duration TOUCHED_EVERY = Duration.ofMinutes(1);

    private final Sql sql;
    private final Duration idle;
    private final Clock clock;

    ActiveTokens(Sql sql, @ConfigProperty(name = "redress.session.idle-timeout") Duration idle, Clock clock) {
        this.sql = sql;
        this.idle = idle;
        this.clock = clock;
    }

    /** @param kind how the secret was sent, as cookie or bearer token; a secret of the other kind is rejected */
    public Optional<Caller> known(String secret, AccessToken.Kind kind) {
        var now = clock.instant();
        var found = sql.first(
                IN_FORCE,
                row -> new Found(read(row), row.getTimestamp(4)),
                Digests.sha256(secret),
                kind.name(),
                now,
                now.minus(idle));
        found.ifPresent(token -> touch(token, now));
        return found.map(Found::caller);
    }

    private record Found(Caller caller, Timestamp lastUsedAt) {}

    private void touch(Found token, Instant now) {
        if (token.lastUsedAt == null || token.lastUsedAt.toInstant().isBefore(now.minus(TOUCHED_EVERY))) {
            sql.update(TOUCH, now, token.caller.tokenId());
        }
    }

    private static Caller read(ResultSet row) throws SQLException {
        var roles = Arrays.stream(texts(row, 10)).map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
        var viewer = new Viewer(
                row.getObject(5, UUID.class),
                row.getString(6),
                Set.copyOf(roles),
                AreaScope.of(row.getString(7)),
                row.getObject(8, UUID.class));
        return new Caller(
                viewer,
                row.getObject(1, UUID.class),
                AccessToken.Kind.valueOf(row.getString(2)),
                List.of(texts(row, 3)),
                row.getBoolean(9));
    }

    private static String[] texts(ResultSet row, int column) throws SQLException {
        return (String[]) row.getArray(column).getArray();
    }
}
