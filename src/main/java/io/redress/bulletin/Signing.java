package io.redress.bulletin;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.redress.account.Viewer;
import io.redress.bulletin.delivery.Deliveries;
import io.redress.bulletin.delivery.Occasion;
import io.redress.bulletin.file.BulletinFiles;
import io.redress.bulletin.file.BulletinRenderer;
import io.redress.bulletin.model.Bulletin;
import io.redress.bulletin.model.BulletinAction;
import io.redress.bulletin.model.BulletinContents;
import io.redress.bulletin.model.BulletinNumbers;
import io.redress.bulletin.model.BulletinProblems;
import io.redress.bulletin.print.BulletinContent;
import io.redress.bulletin.print.BulletinFormat;
import io.redress.bulletin.print.RenderLimit;
import io.redress.bulletin.word.BulletinTemplates;
import io.redress.common.problem.Problem;
import io.redress.common.time.Clocks;
import io.redress.common.web.Versions;
import io.redress.tally.ReportingCalendar;
import io.redress.tally.ReportingWeek;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Signs bulletins (签发) with optimistic locking. The bulletin is read in one transaction and its files are rendered
 * outside any. A second, short transaction locks the row, checks the version again, takes the number shown in the files
 * and freezes the bulletin with them, or changes nothing. If another signature took that number meanwhile, the files
 * are rendered again with the next one.
 */
@ApplicationScoped
public class Signing {

    /** Each failed try means that another signature of the same series was faster. */
    private static final int MOST_TRIES = 8;

    private final BulletinContents contents;
    private final BulletinTemplates templates;
    private final BulletinRenderer renderer;
    private final RenderLimit limit;
    private final BulletinFiles files;
    private final BulletinNumbers numbers;
    private final BulletinViews views;
    private final Deliveries deliveries;
    private final ReportingCalendar calendar;
    private final Clock clock;

    Signing(
            BulletinContents contents,
            BulletinTemplates templates,
            BulletinRenderer renderer,
            RenderLimit limit,
            BulletinFiles files,
            BulletinNumbers numbers,
            BulletinViews views,
            Deliveries deliveries,
            ReportingCalendar calendar,
            Clock clock) {
        this.contents = contents;
        this.templates = templates;
        this.renderer = renderer;
        this.limit = limit;
        this.files = files;
        this.numbers = numbers;
        this.views = views;
        this.deliveries = deliveries;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Who signs which version of what. */
    private record Order(UUID id, String ifMatch, IssueBulletin request, Viewer viewer) {}

    /** The content to sign, as its files will show it. */
    private record Prepared(BulletinContent content, byte[] template) {}

    BulletinView issue(UUID id, IssueBulletin request, String ifMatch, Viewer viewer) {
        var order = new Order(id, ifMatch, request, viewer);
        return limit.inTurn(() -> {
            for (var tries = 0; tries < MOST_TRIES; tries++) {
                var prepared = QuarkusTransaction.requiringNew().call(() -> prepare(order));
                MissingCharacters.demandNone(prepared.content(), request.acceptsMissingCharacters());
                var rendered = renderer.all(prepared.content(), prepared.template());
                var signed = QuarkusTransaction.requiringNew().call(() -> sign(order, prepared.content(), rendered));
                if (signed.isPresent()) {
                    return signed.get();
                }
            }
            throw RenderLimit.busy();
        });
    }

    private Prepared prepare(Order order) {
        var bulletin = Bulletin.ofId(order.id()).orElseThrow(Problem::notFound);
        Versions.demand(order.ifMatch(), bulletin.version);
        bulletin.demandSignable(order.viewer());
        var day = issueDay(order.request(), ReportingWeek.ofId(bulletin.weekId).orElseThrow());
        var next = numbers.next(bulletin.platformId, day.getYear());
        return new Prepared(
                contents.of(bulletin).signed(next, day, order.viewer().name()), templates.inForce());
    }

    /** Empty when another signature has taken the number. */
    private Optional<BulletinView> sign(Order order, BulletinContent content, Map<BulletinFormat, byte[]> rendered) {
        var bulletin = Bulletin.lock(order.id()).orElseThrow(Problem::notFound);
        Versions.demand(order.ifMatch(), bulletin.version);
        bulletin.demandSignable(order.viewer());
        if (!numbers.take(bulletin.platformId, content.year(), content.number())) {
            return Optional.empty();
        }
        bulletin.issue(content.number(), content.issuedOn());
        bulletin.took(BulletinAction.ISSUED, order.viewer(), clock.instant(), null);
        bulletin.frozenAs(files.freeze(bulletin.id, rendered));
        deliveries.announce(bulletin, Occasion.ISSUED);
        Bulletin.flush();
        return Optional.of(views.of(bulletin, content.figures()));
    }

    /** Refuses a day before the end of the week unless the request is early: a bulletin reports the whole week. */
    private LocalDate issueDay(IssueBulletin request, ReportingWeek week) {
        var now = clock.instant();
        if (!request.isEarly() && !calendar.isOver(week.endsOn, now)) {
            throw BulletinProblems.weekNotOver(week.endsOn, calendar.cutOff(week.endsOn));
        }
        var today = Clocks.dateOf(now);
        var day = request.issuedOn() == null ? today : request.issuedOn();
        var first = request.isEarly() ? Clocks.dateOf(week.cutOffAt.minusMillis(1)) : week.endsOn;
        if (day.isBefore(first) || day.isAfter(today)) {
            throw BulletinProblems.issueDayOutside(first, today);
        }
        return day;
    }
}
