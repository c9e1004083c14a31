package io.redress.common.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.security.identity.SecurityIdentity;
import io.redress.common.database.Sql;
import io.redress.common.problem.Problem;
import io.redress.common.record.SqlWrites;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * Idempotent creation by Idempotency-Key. The transaction that creates the record also claims the key and stores the
 * response. A second request with the same key waits for the first and gets its response; after a failure the key is
 * free again. Keys belong to an account. After a week the service deletes them with the responses, which are encrypted.
 */
@ApplicationScoped
@SqlWrites("the change whose answer is stored")
public class Idempotency {

    private static final String HEADER = "Idempotency-Key";
    private static final int LONGEST_KEY = 100;

    /** Longer than any client retries. The responses name people and should not be kept longer than needed. */
    private static final Duration KEPT = Duration.ofDays(7);

    private final Sql sql;
    private final SecurityIdentity identity;
    private final HttpHeaders headers;
    private final ObjectMapper json;
    private final Confidential confidential;
    private final Clock clock;

    Idempotency(
            Sql sql,
            SecurityIdentity identity,
            HttpHeaders headers,
            ObjectMapper json,
            Confidential confidential,
            Clock clock) {
        this.sql = sql;
        this.identity = identity;
        this.headers = headers;
        this.json = json;
        this.confidential = confidential;
        this.clock = clock;
    }

    /**
     * Creates the record once.
     *
     * @param key the Idempotency-Key header, or null to create unconditionally
     * @param request the whole request, including path parameters; the same key with another request is 422
     * @param creation creates the record and returns its view
     * @param location path of the new record
     */
    @Transactional
    public <V extends Versioned> RestResponse<V> create(
            String key, Object request, Supplier<V> creation, Function<V, String> location) {
        demandUsable(key);
        if (key == null) {
            var view = creation.get();
            return answer(location.apply(view), Versions.etag(view), write(view));
        }
        var requestDigest = confidential.digest(write(request));
        if (!claim(key, requestDigest)) {
            return replay(key, requestDigest);
        }
        var view = creation.get();
        var address = location.apply(view);
        var etag = Versions.etag(view);
        var body = write(view);
        keep(key, address, etag, body);
        return answer(address, etag, body);
    }

    @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void forgetOld() {
        sql.update(
                "delete from idempotency_key where created_at < ?",
                clock.instant().minus(KEPT));
    }

    /** Quarkus passes an empty header as null, but a caller who sends one relies on the protection. */
    private void demandUsable(String key) {
        var isEmpty = key == null ? headers.getRequestHeaders().containsKey(HEADER) : key.isBlank();
        if (isEmpty || key != null && key.length() > LONGEST_KEY) {
            throw Problem.of(400, "idempotency-key-malformed", LONGEST_KEY);
        }
    }

    private boolean claim(String key, String requestDigest) {
        var inserted = sql.update(
                "insert into idempotency_key (account_id, key, request_digest, created_at) values (?, ?, ?, ?)"
                        + " on conflict do nothing",
                account(),
                key,
                requestDigest,
                clock.instant());
        return inserted == 1;
    }

    private void keep(String key, String location, String etag, String body) {
        sql.update(
                "update idempotency_key set location = ?, etag = ?, body = ? where account_id = ? and key = ?",
                location,
                etag,
                confidential.seal(body, account() + "/" + key),
                account(),
                key);
    }

    private <V> RestResponse<V> replay(String key, String requestDigest) {
        return sql.first(
                        "select request_digest, location, etag, body from idempotency_key where account_id = ? and key = ?",
                        row -> this.<V>replayed(row, key, requestDigest),
                        account(),
                        key)
                .orElseThrow(() -> Problem.of(409, "conflict"));
    }

    private <V> RestResponse<V> replayed(ResultSet row, String key, String requestDigest) throws SQLException {
        if (!row.getString(1).equals(requestDigest)) {
            throw Problem.of(422, "idempotency-key-reused");
        }
        return answer(row.getString(2), row.getString(3), confidential.open(row.getBytes(4), account() + "/" + key));
    }

    private UUID account() {
        return UUID.fromString(identity.getPrincipal().getName());
    }

    /** The body is a V in its JSON form, so that every replay has the same bytes. */
    @SuppressWarnings("unchecked")
    private static <V> RestResponse<V> answer(String location, String etag, String body) {
        return (RestResponse<V>) ResponseBuilder.create(RestResponse.Status.CREATED, body)
                .header(HttpHeaders.LOCATION, location)
                .header(HttpHeaders.ETAG, etag)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
