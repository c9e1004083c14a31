package io.redress.bulletin.model;

import io.redress.bulletin.print.BulletinContent;
import io.redress.bulletin.print.BulletinContent.Section;
import io.redress.report.WeekReader;
import io.redress.tally.ReportingWeek;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Assembles the content of a bulletin: its text, the figures of its week, and the bureau's settings. */
@ApplicationScoped
public class BulletinContents {

    private static final String DIGEST_TITLE = "关于涉事投资平台处置工作情况的周报";
    private static final String DIGEST_SERIES = "涉事投资平台处置工作周报";

    private final ReportedWeek reported;
    private final BulletinSettings settings;
    private final String organisation;

    BulletinContents(
            ReportedWeek reported,
            BulletinSettings settings,
            @ConfigProperty(name = "redress.organisation.name") String organisation) {
        this.reported = reported;
        this.settings = settings;
        this.organisation = organisation;
    }

    /** @param platformId null for the digest */
    public static String title(UUID platformId, ReportingWeek week) {
        return platformId == null ? DIGEST_TITLE : "关于“" + WeekReader.platform(platformId, week).name + "”事件处置工作情况的周报";
    }

    /**
     * The text that the service proposes for a week. It is the same at any time, as everything in it is as of the
     * cut-off.
     *
     * @param platformId null for the digest
     */
    public List<BulletinSection> proposed(UUID platformId, ReportingWeek week) {
        return reported.sections(platformId, week);
    }

    /** The content in its present state; the closing's figures are read once, for tables and JSON alike. */
    public BulletinContent of(Bulletin bulletin) {
        var week = ReportingWeek.ofId(bulletin.weekId).orElseThrow();
        var tables = reported.tables(bulletin.platformId, week);
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
                reported.trend(bulletin.platformId, week),
                tables.tables(),
                tables.figures());
    }

    /** Uses the platform's name in that week, like the title. */
    public static String seriesTitle(UUID platformId, ReportingWeek week) {
        return platformId == null ? DIGEST_SERIES : WeekReader.platform(platformId, week).name + "事件工作周报";
    }

    public static List<Section> sections(Bulletin bulletin) {
        return bulletin.sections.stream()
                .map(section -> new Section(section.key(), section.level(), section.heading(), section.body()))
                .toList();
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
