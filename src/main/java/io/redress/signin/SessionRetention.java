package io.redress.signin;

import io.redress.account.AccessToken;
import io.redress.common.retention.RetentionRule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;

/** Retention of ended sessions and tokens, which tell from where and when a person worked. */
@ApplicationScoped
public class SessionRetention implements RetentionRule {

    @Override
    public String kind() {
        return "sessions";
    }

    @Override
    @Transactional
    public long countEndedBefore(Instant moment) {
        return AccessToken.countEndedBefore(moment);
    }

    @Override
    @Transactional
    public int eraseEndedBefore(Instant moment, int limit) {
        var ended = AccessToken.endedBefore(moment, limit);
        ended.forEach(AccessToken::delete);
        return ended.size();
    }
}
