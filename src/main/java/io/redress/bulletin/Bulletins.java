package io.redress.bulletin;

import io.redress.account.Viewer;
import io.redress.bulletin.EditBulletin.WrittenSection;
import io.redress.bulletin.delivery.Deliveries;
import io.redress.bulletin.delivery.Occasion;
import io.redress.bulletin.model.Bulletin;
import io.redress.bulletin.model.BulletinAction;
import io.redress.bulletin.model.BulletinContents;
import io.redress.bulletin.model.BulletinProblems;
import io.redress.common.problem.ConstraintProblems;
import io.redress.common.problem.Problem;
import io.redress.common.web.Versions;
import io.redress.platform.Platform;
import io.redress.tally.ReportingWeek;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** The workflow of a bulletin, from draft to void; {@link Signing} issues it. */
@ApplicationScoped
public class Bulletins {

    private static final ConstraintProblems<Bulletin> CONSTRAINTS = new ConstraintProblems<>(Map.of(
            "bulletin_once_a_week", bulletin -> BulletinProblems.alreadyDrafted(),
            "bulletin_corrected_once", bulletin -> BulletinProblems.alreadyCorrected()));

    private final BulletinContents contents;
    private final BulletinViews views;
    private final Deliveries deliveries;
    private final Clock clock;

    Bulletins(BulletinContents contents, BulletinViews views, Deliveries deliveries, Clock clock) {
        this.contents = contents;
        this.views = views;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    @Transactional
    BulletinView draft(DraftBulletin request, Viewer viewer) {
        var platformId = request.platformId();
        if (platformId != null && Platform.ofId(platformId).isEmpty()) {
            throw Problem.invalid("/platformId", "platform-unknown");
        }
        var week = ReportingWeek.endingOn(request.weekEndsOn())
                .orElseThrow(() -> BulletinProblems.weekNotClosed(request.weekEndsOn()));
        var bulletin = Bulletin.draft(
                platformId, week, BulletinContents.title(platformId, week), contents.proposed(platformId, week));
        bulletin.took(BulletinAction.DRAFTED, viewer, clock.instant(), null);
        CONSTRAINTS.persistAndFlush(bulletin);
        return views.of(bulletin);
    }

    /** Drafts a correction (更正) with the text of an issued bulletin. */
    @Transactional
    BulletinView correct(UUID id, GiveBulletinReason request, Viewer viewer) {
        var issued = Bulletin.lock(id).orElseThrow(Problem::notFound);
        var correction = issued.correction();
        correction.took(BulletinAction.DRAFTED, viewer, clock.instant(), request.reason());
        CONSTRAINTS.persistAndFlush(correction);
        return views.of(correction);
    }

    @Transactional
    BulletinView edit(UUID id, EditBulletin request, String ifMatch, Viewer viewer) {
        demandDifferentKeys(request.sections());
        return change(
                id,
                ifMatch,
                bulletin -> bulletin.edit(
                        request.title(),
                        request.sections().stream()
                                .map(WrittenSection::toSection)
                                .toList()),
                BulletinAction.EDITED,
                viewer,
                null);
    }

    /** Proposes the text again, as of the week's cut-off; sections that a person edited keep their text. */
    @Transactional
    BulletinView regenerate(UUID id, String ifMatch, Viewer viewer) {
        return change(
                id,
                ifMatch,
                bulletin -> bulletin.regenerate(contents.proposed(
                        bulletin.platformId, ReportingWeek.ofId(bulletin.weekId).orElseThrow())),
                BulletinAction.REGENERATED,
                viewer,
                null);
    }

    @Transactional
    BulletinView submit(UUID id, String ifMatch, Viewer viewer) {
        return change(id, ifMatch, Bulletin::submit, BulletinAction.SUBMITTED, viewer, null);
    }

    @Transactional
    BulletinView review(UUID id, String ifMatch, Viewer viewer) {
        return change(id, ifMatch, bulletin -> bulletin.review(viewer), BulletinAction.REVIEWED, viewer, null);
    }

    @Transactional
    BulletinView sendBack(UUID id, GiveBulletinReason request, String ifMatch, Viewer viewer) {
        return change(id, ifMatch, Bulletin::sendBack, BulletinAction.SENT_BACK, viewer, request.reason());
    }

    /** 作废: the bulletin keeps its number, and its readers are notified. */
    @Transactional
    BulletinView makeVoid(UUID id, GiveBulletinReason request, String ifMatch, Viewer viewer) {
        return change(
                id,
                ifMatch,
                bulletin -> {
                    var correction = bulletin.lockCorrection();
                    bulletin.makeVoid(viewer);
                    correction.ifPresent(draft -> {
                        draft.makeVoid(viewer);
                        draft.took(BulletinAction.VOIDED, viewer, clock.instant(), request.reason());
                    });
                    if (bulletin.hasNumber()) {
                        deliveries.announce(bulletin, Occasion.VOIDED);
                    }
                },
                BulletinAction.VOIDED,
                viewer,
                request.reason());
    }

    private BulletinView change(
            UUID id, String ifMatch, Consumer<Bulletin> change, BulletinAction action, Viewer viewer, String reason) {
        var bulletin = Bulletin.lock(id).orElseThrow(Problem::notFound);
        Versions.demand(ifMatch, bulletin.version);
        change.accept(bulletin);
        bulletin.took(action, viewer, clock.instant(), reason);
        Bulletin.flush();
        return views.of(bulletin);
    }

    private static void demandDifferentKeys(List<WrittenSection> sections) {
        var keys = new HashSet<String>();
        for (var i = 0; i < sections.size(); i++) {
            if (!keys.add(sections.get(i).key())) {
                throw BulletinProblems.sectionTwice(i);
            }
        }
    }
}
