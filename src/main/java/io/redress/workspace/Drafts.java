package io.redress.workspace;

import io.quarkus.scheduler.Scheduled;
import io.redress.account.CurrentViewer;
import io.redress.signin.SignedOut;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;

/** The drafts of the current user. */
@ApplicationScoped
class Drafts {

    private final CurrentViewer current;
    private final Clock clock;

    Drafts(CurrentViewer current, Clock clock) {
        this.current = current;
        this.clock = clock;
    }

    @Transactional
    List<DraftView> mine() {
        return Draft.of(current.get().accountId(), clock.instant()).stream()
                .map(DraftView::of)
                .toList();
    }

    @Transactional
    void save(String form, String content) {
        Draft.save(current.get().accountId(), form, content, clock.instant());
    }

    @Transactional
    void drop(String form) {
        Draft.drop(current.get().accountId(), form);
    }

    @Transactional(TxType.MANDATORY)
    void dropAll(@Observes SignedOut left) {
        Draft.dropAllOf(left.accountId());
    }

    /** For users who never sign out. */
    @Scheduled(every = "15m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void forgetOld() {
        Draft.forgetOld(clock.instant());
    }
}
