package io.redress.trial;

import io.redress.common.retention.RetentionRule;
import io.redress.common.time.Clocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;

@ApplicationScoped
class VisitRetention implements RetentionRule {

    @Override
    public String kind() {
        return "visits";
    }

    @Override
    @Transactional
    public long countEndedBefore(Instant moment) {
        return Visit.count("answered and visitedOn < ?1", Clocks.dateOf(moment));
    }

    @Override
    @Transactional
    public int eraseEndedBefore(Instant moment, int limit) {
        var ended = Visit.<Visit>find("answered and visitedOn < ?1 order by id", Clocks.dateOf(moment))
                .page(0, limit)
                .list();
        ended.forEach(Visit::delete);
        return ended.size();
    }
}
