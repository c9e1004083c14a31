package io.redress.bulletin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.redress.account.Viewer;
import io.redress.area.AreaScope;
import io.redress.bulletin.BulletinContent.Section;
import io.redress.common.problem.Problem;
import io.redress.common.text.Digests;
import io.redress.common.time.Clocks;
import io.redress.common.web.Versions;
import io.redress.file.FileType;
import io.redress.file.StoredFiles;
import io.redress.platform.Platform;
import io.redress.tally.ReportingWeek;
import io.redress.tally.WeekFigure;
import io.redress.tally.WeekFigures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.exception.ConstraintViolationException;

/** Drafts, edits and issues bulletins. */
@ApplicationScoped
class Bulletins {

    /** The row of a series is locked until the issuing transaction ends: so numbers have no gaps. */
    private static final String NEXT_NUMBER =
            "insert into bulletin_series (platform_id, year, last_number) values (?, ?, 1)"
                    + " on conflict (platform_id, year) do update set last_number = bulletin_series.last_number + 1"
                    + " returning last_number";

    private final WeekFigures figures;
    private final StoredFiles files;
    private final AgroalDataSource database;
    private final ObjectMapper json;
    private final Clock clock;
    private final String organisation;

    Bulletins(
            WeekFigures figures,
            StoredFiles files,
            AgroalDataSource database,
            ObjectMapper json,
            Clock clock,
            @ConfigProperty(name = "redress.organisation.name") String organisation) {
        this.figures = figures;
        this.files = files;
        this.database = database;
        this.json = json;
        this.clock = clock;
        this.organisation = organisation;
    }

    @Transactional
    BulletinView draft(DraftBulletin request, Viewer viewer) {
        var platform = Platform.ofId(request.platformId())
                .orElseThrow(() -> Problem.invalid("/platformId", "platform-unknown"));
        var week = ReportingWeek.endingOn(request.weekEndsOn())
                .orElseThrow(() -> BulletinProblems.weekNotClosed(request.weekEndsOn()));
        var bulletin = new Bulletin();
        bulletin.platformId = platform.id;
        bulletin.weekId = week.id;
        bulletin.weekEndsOn = week.endsOn;
        bulletin.status = BulletinStatus.DRAFT;
        bulletin.title = Narrative.title(platform.name);
        bulletin.sections.addAll(Narrative.of(reading(platform, week)));
        bulletin.draftedBy = viewer.name();
        bulletin.draftedAt = clock.instant();
        try {
            bulletin.persistAndFlush();
        } catch (ConstraintViolationException e) {
            if (!"bulletin_once_a_week".equals(e.getConstraintName())) {
                throw e;
            }
            throw BulletinProblems.alreadyDrafted();
        }
        return view(bulletin);
    }

    @Transactional
    BulletinView edit(UUID id, EditBulletin request, String ifMatch) {
        var bulletin = Bulletin.lock(id).orElseThrow(Problem::notFound);
        Versions.demand(ifMatch, bulletin.version);
        bulletin.edit(request.title().strip(), request.sections());
        Bulletin.flush();
        return view(bulletin);
    }

    /** Signs: takes the next number, freezes the content and makes the document, or does nothing at all. */
    @Transactional
    BulletinView issue(UUID id, IssueBulletin request, String ifMatch, Viewer viewer) {
        var bulletin = Bulletin.lock(id).orElseThrow(Problem::notFound);
        Versions.demand(ifMatch, bulletin.version);
        bulletin.demandDraft();
        var week = ReportingWeek.<ReportingWeek>findById(bulletin.weekId);
        bulletin.issuedOn = issueDay(request.issuedOn(), week);
        bulletin.year = bulletin.issuedOn.getYear();
        bulletin.number = nextNumber(bulletin.platformId, bulletin.year);
        bulletin.status = BulletinStatus.ISSUED;
        bulletin.issuedAt = clock.instant();
        bulletin.issuedBy = viewer.name();
        var content = contentOf(bulletin);
        bulletin.content = write(content);
        bulletin.digest = Digests.sha256(bulletin.content);
        bulletin.documentSha256 = files.store(BulletinDocument.docx(content), FileType.DOCX);
        Bulletin.flush();
        return view(bulletin);
    }

    @Transactional
    BulletinView read(UUID id) {
        return view(Bulletin.ofId(id).orElseThrow(Problem::notFound));
    }

    /** Latest week first, continued below a position. */
    @Transactional
    List<BulletinRow> list(UUID platformId, BulletinStatus status, LocalDate belowDay, UUID belowId, int limit) {
        var conditions = new ArrayList<String>(List.of("1 = 1"));
        Map<String, Object> parameters = new HashMap<>();
        if (platformId != null) {
            conditions.add("platformId = :platform");
            parameters.put("platform", platformId);
        }
        if (status != null) {
            conditions.add("status = :status");
            parameters.put("status", status);
        }
        if (belowDay != null) {
            conditions.add("(weekEndsOn < :day or weekEndsOn = :day and id < :id)");
            parameters.put("day", belowDay);
            parameters.put("id", belowId);
        }
        return Bulletin.<Bulletin>find(
                        String.join(" and ", conditions) + " order by weekEndsOn desc, id desc", parameters)
                .page(0, limit)
                .stream()
                .map(BulletinRow::of)
                .toList();
    }

    /** The content as issued, to the byte; its SHA-256 is the digest. */
    @Transactional
    String frozenContent(UUID id) {
        var bulletin = Bulletin.ofId(id).orElseThrow(Problem::notFound);
        if (!bulletin.isIssued()) {
            throw BulletinProblems.notIssued();
        }
        return bulletin.content;
    }

    /** The document: the very bytes made at issue, or for a draft one that says so. */
    @Transactional
    byte[] document(UUID id) {
        var bulletin = Bulletin.ofId(id).orElseThrow(Problem::notFound);
        return bulletin.isIssued()
                ? files.read(bulletin.documentSha256).bytes()
                : BulletinDocument.docx(contentOf(bulletin));
    }

    private BulletinContent contentOf(Bulletin bulletin) {
        var platform = Platform.ofId(bulletin.platformId).orElseThrow();
        var week = ReportingWeek.<ReportingWeek>findById(bulletin.weekId);
        return new BulletinContent(
                organisation,
                platform.name + "事件工作周报",
                bulletin.title,
                bulletin.year == null ? week.endsOn.getYear() : bulletin.year,
                bulletin.number,
                week.startsOn,
                week.endsOn,
                bulletin.issuedOn,
                bulletin.draftedBy,
                null,
                bulletin.issuedBy,
                null,
                List.of(),
                bulletin.sections.stream()
                        .map(section -> new Section(section.key(), 1, section.heading(), section.body()))
                        .toList(),
                null,
                FigureTables.of(reading(platform, week)));
    }

    private Reading reading(Platform platform, ReportingWeek week) {
        return new Reading(
                platform,
                week,
                figures.of(week.id, AreaScope.EVERYWHERE, platform.id),
                figures.byTown(week.id, AreaScope.EVERYWHERE, platform.id));
    }

    private LocalDate issueDay(LocalDate asked, ReportingWeek week) {
        var today = Clocks.today(clock);
        var day = asked == null ? today : asked;
        var first = Clocks.dateOf(week.cutOffAt.minusMillis(1));
        if (day.isBefore(first) || day.isAfter(today)) {
            throw BulletinProblems.issueDayOutside(first, today);
        }
        return day;
    }

    private int nextNumber(UUID platformId, int year) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(NEXT_NUMBER)) {
            insert.setObject(1, platformId);
            insert.setInt(2, year);
            try (var row = insert.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("no bulletin number to be had", e);
        }
    }

    private BulletinView view(Bulletin bulletin) {
        var week = ReportingWeek.<ReportingWeek>findById(bulletin.weekId);
        List<WeekFigure> read = figures.of(week.id, AreaScope.EVERYWHERE, bulletin.platformId);
        return new BulletinView(
                bulletin.id,
                bulletin.platformId,
                week.startsOn,
                week.endsOn,
                week.cutOffAt,
                bulletin.status,
                bulletin.title,
                List.copyOf(bulletin.sections),
                read,
                bulletin.draftedBy,
                bulletin.year,
                bulletin.number,
                bulletin.issuedOn,
                bulletin.issuedBy,
                bulletin.digest,
                bulletin.version);
    }

    private String write(BulletinContent content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
