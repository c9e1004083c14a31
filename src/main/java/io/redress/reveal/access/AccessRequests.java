package io.redress.reveal.access;

import io.quarkus.scheduler.Scheduled;
import io.redress.account.Role;
import io.redress.account.Viewer;
import io.redress.approval.Approval;
import io.redress.approval.ApprovalStatus;
import io.redress.approval.RefuseRequest;
import io.redress.common.problem.ConstraintProblems;
import io.redress.common.problem.Problem;
import io.redress.common.web.Versions;
import io.redress.export.ExportedLists;
import io.redress.reveal.AccessRequest;
import io.redress.reveal.RevealedPeople;
import io.redress.reveal.Stated;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Use cases of requests for more in clear: ask, decide, withdraw. */
@ApplicationScoped
public class AccessRequests {

    private static final ConstraintProblems<AccessRequest> CONSTRAINTS = new ConstraintProblems<>(
            Map.of("access_request_platform_exists", request -> Problem.invalid("/platformId", "platform-unknown")));

    private static final int BATCH = 100;

    private final ExportedLists lists;
    private final RevealedPeople people;
    private final Clock clock;
    private final Duration term;

    AccessRequests(
            ExportedLists lists,
            RevealedPeople people,
            Clock clock,
            @ConfigProperty(name = "redress.approvals.term") Duration term) {
        this.lists = lists;
        this.people = people;
        this.clock = clock;
        this.term = term;
    }

    /** @throws Problem 422 if the list is unknown, cannot be narrowed like this, or masks nothing */
    @Transactional
    AccessRequestView askForList(AskForList request, Viewer viewer) {
        var list = lists.masked(request.list());
        var query = request.query();
        var stated = Stated.of(request.purpose(), request.note(), "");
        var count = people.count(list.people(query, viewer.scope()));
        return keep(AccessRequest.forList(
                list.name(), query, request.areaCode(), count, stated, viewer.scope(), asked(viewer)));
    }

    @Transactional
    AccessRequestView askForLooks(AskForLooks request, Viewer viewer) {
        var stated = Stated.of(request.purpose(), request.note(), "");
        return keep(AccessRequest.forLooks(request.howMany(), stated, viewer.scope(), asked(viewer)));
    }

    private Approval asked(Viewer viewer) {
        return Approval.asked(viewer, clock.instant(), term);
    }

    private AccessRequestView keep(AccessRequest request) {
        CONSTRAINTS.persistAndFlush(request);
        return view(request);
    }

    /** Latest first, below the given id. */
    @Transactional
    List<AccessRequestView> list(ApprovalStatus status, Viewer viewer, UUID below, int limit) {
        return AccessRequest.list(status, viewer, decides(viewer), below, limit).stream()
                .map(this::view)
                .toList();
    }

    @Transactional
    AccessRequestView read(UUID id, Viewer viewer) {
        return view(AccessRequest.visible(id, viewer, decides(viewer)).orElseThrow(Problem::notFound));
    }

    @Transactional
    AccessRequestView approve(UUID id, String ifMatch, Viewer viewer) {
        return change(id, ifMatch, viewer, (request, now) -> request.approval.approve(viewer, now));
    }

    @Transactional
    AccessRequestView refuse(UUID id, RefuseRequest body, String ifMatch, Viewer viewer) {
        return change(id, ifMatch, viewer, (request, now) -> request.refuse(body.reason(), viewer, now));
    }

    @Transactional
    AccessRequestView withdraw(UUID id, String ifMatch, Viewer viewer) {
        return change(id, ifMatch, viewer, (request, now) -> request.approval.withdraw(viewer, now));
    }

    private AccessRequestView change(
            UUID id, String ifMatch, Viewer viewer, BiConsumer<AccessRequest, Instant> change) {
        var request = AccessRequest.lock(id, viewer, decides(viewer)).orElseThrow(Problem::notFound);
        Versions.demand(ifMatch, request.version);
        change.accept(request, clock.instant());
        AccessRequest.flush();
        return view(request);
    }

    private AccessRequestView view(AccessRequest request) {
        return AccessRequestView.of(request, clock.instant());
    }

    private static boolean decides(Viewer viewer) {
        return viewer.is(Role.SECTION_CHIEF) || viewer.is(Role.DIRECTOR);
    }

    @Scheduled(every = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void expireOverdue() {
        var now = clock.instant();
        AccessRequest.lockOverdue(now, BATCH).forEach(request -> request.approval.expire(now));
    }
}
