package io.redress.bulletin.model;

import io.redress.bulletin.narrative.BulletinSection;
import io.redress.bulletin.narrative.DigestNarrative;
import io.redress.bulletin.narrative.DigestTables;
import io.redress.bulletin.narrative.FigureTables;
import io.redress.bulletin.narrative.Narrative;
import io.redress.bulletin.narrative.Readings;
import io.redress.bulletin.print.BulletinContent;
import io.redress.bulletin.print.BulletinContent.Section;
import io.redress.bulletin.print.BulletinContent.Table;
import io.redress.tally.ReportingWeek;
import io.redress.tally.WeekFigure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts together what a bulletin prints: its words, the figures of its week, and what the bureau has settled. */
@ApplicationScoped
public class BulletinContents {

    private static final String DIGEST_SERIES = "涉事投资平台处置工作周报";

    private final Readings readings;
    private final BulletinSettings settings;
    private final String organisation;

    BulletinContents(
            Readings readings,
            BulletinSettings settings,
            @ConfigProperty(name = "redress.organisation.name") String organisation) {
        this.readings = readings;
        this.settings = settings;
        this.organisation = organisation;
    }

    /** @param platformId null for the digest */
    public static String title(UUID platformId, ReportingWeek week) {
        return platformId == null ? DigestNarrative.TITLE : Narrative.title(Readings.platform(platformId, week).name);
    }

    /**
     * The words the program proposes for a week: the same ones whenever it is asked, as all they say is as of the cut-off.
     *
     * @param platformId null for the digest
     */
    public List<BulletinSection> proposed(UUID platformId, ReportingWeek week) {
        return platformId == null
                ? DigestNarrative.of(readings.digest(week))
                : Narrative.of(readings.of(platformId, week));
    }

    /** What a bulletin prints as it stands; the closing's figures are read once, for tables and programs alike. */
    public BulletinContent of(Bulletin bulletin) {
        var week = ReportingWeek.ofId(bulletin.weekId).orElseThrow();
        var tabulated = tabulated(bulletin.platformId, week);
        return new BulletinContent(
                organisation,
                seriesTitle(bulletin.platformId, week),
                bulletin.title,
                bulletin.year == null ? week.endsOn.getYear() : bulletin.year,
                bulletin.number,
                week.startsOn,
                week.endsOn,
                bulletin.issuedOn,
                whoTook(bulletin, BulletinAction.SUBMITTED),
                whoTook(bulletin, BulletinAction.REVIEWED),
                whoTook(bulletin, BulletinAction.ISSUED),
                corrects(bulletin),
                settings.recipients(),
                sections(bulletin),
                readings.trend(bulletin.platformId, week),
                tabulated.tables(),
                tabulated.figures());
    }

    /** The platform bears the name it had in the week, as in the title. */
    public static String seriesTitle(UUID platformId, ReportingWeek week) {
        return platformId == null ? DIGEST_SERIES : Readings.platform(platformId, week).name + "事件工作周报";
    }

    public static List<Section> sections(Bulletin bulletin) {
        return bulletin.sections.stream()
                .map(section -> new Section(section.key(), section.level(), section.heading(), section.body()))
                .toList();
    }

    /** Tables, and the figures that they are made of. */
    private record Tabulated(List<Table> tables, List<WeekFigure> figures) {}

    private Tabulated tabulated(UUID platformId, ReportingWeek week) {
        if (platformId == null) {
            var digest = readings.digest(week);
            return new Tabulated(DigestTables.of(digest), digest.weekFigures());
        }
        var reading = readings.of(platformId, week);
        return new Tabulated(FigureTables.of(reading), reading.weekFigures());
    }

    public static String whoTook(Bulletin bulletin, BulletinAction action) {
        return bulletin.last(action).map(BulletinStep::takenBy).orElse(null);
    }

    public static String corrects(Bulletin bulletin) {
        return bulletin.correctsId == null
                ? null
                : Bulletin.ofId(bulletin.correctsId).orElseThrow().reference();
    }
}
