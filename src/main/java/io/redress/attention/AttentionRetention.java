package io.redress.attention;

import io.redress.common.retention.RetentionRule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;

/** Retention rule: deletes ended entries, which say that a person needed care. Figures of closed weeks stay. */
@ApplicationScoped
class AttentionRetention implements RetentionRule {

    @Override
    public String kind() {
        return "attention";
    }

    @Override
    @Transactional
    public long countEndedBefore(Instant moment) {
        return AttentionEntry.count("endedAt < ?1", moment);
    }

    @Override
    @Transactional
    public int eraseEndedBefore(Instant moment, int limit) {
        var ended = AttentionEntry.<AttentionEntry>find("endedAt < ?1 order by id", moment)
                .page(0, limit)
                .list();
        ended.forEach(AttentionEntry::delete);
        return ended.size();
    }
}
