package io.redress.tally.closing;

import static io.redress.account.Role.Names.AREA_OFFICER;
import static io.redress.account.Role.Names.CLERK;
import static io.redress.account.Role.Names.DIRECTOR;
import static io.redress.account.Role.Names.SECTION_CHIEF;

import io.redress.account.CurrentViewer;
import io.redress.common.problem.Problem;
import io.redress.common.web.Cursor;
import io.redress.common.web.Page;
import io.redress.tally.ReportingCalendar;
import io.redress.tally.ReportingWeek;
import io.redress.tally.WeekClosed;
import io.redress.tally.WeekFigure;
import io.redress.tally.WeekFigures;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** All roles of the bureau read the weeks, within their areas; only the section chief closes them. */
@Path("/api/v1/reporting-weeks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reporting-weeks", description = "报告周与周结 / reporting weeks and their closing")
@RolesAllowed({CLERK, AREA_OFFICER, SECTION_CHIEF, DIRECTOR})
class ReportingWeekResource {

    private static final String LIST = "reporting-weeks";

    private final Closing closing;
    private final WeekFigures figures;
    private final ReportingCalendar calendar;
    private final CurrentViewer current;
    private final Clock clock;
    private final Event<WeekClosed> closed;

    ReportingWeekResource(
            Closing closing,
            WeekFigures figures,
            ReportingCalendar calendar,
            CurrentViewer current,
            Clock clock,
            Event<WeekClosed> closed) {
        this.closed = closed;
        this.closing = closing;
        this.figures = figures;
        this.calendar = calendar;
        this.current = current;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "已结的报告周，最近的在前 / closed weeks, latest first")
    public Page<ReportingWeekView> list(
            @RestQuery @DefaultValue("50") @Min(1) @Max(Page.LARGEST) int limit, @RestQuery String cursor) {
        var rows = ReportingWeek.before(Cursor.position(LIST, cursor, Cursor::day), limit + 1);
        return Page.of(rows, limit, LIST, week -> week.endsOn.toString(), ReportingWeekView::of);
    }

    @GET
    @Path("/current")
    @Operation(summary = "本报告周 / the week that is running")
    public ReportingWeekView current() {
        var endsOn = calendar.endOfWeekOf(clock.instant());
        return ReportingWeek.endingOn(endsOn)
                .map(ReportingWeekView::of)
                .orElseGet(() -> new ReportingWeekView(calendar.startOfWeekEnding(endsOn), endsOn, null, null, null));
    }

    @POST
    @Path("/{endsOn}/close")
    @RolesAllowed(SECTION_CHIEF)
    @Operation(
            summary = "周结 / close a week",
            description = "此前未结的周按各自的周末一并结清。已结的周不再变动，之后补录、更正的计入下一周。"
                    + "尚未终了的周须以 early 或截止时刻写明提前周结，否则为 409，overAt 为终了时刻。"
                    + " / a week that is not over is closed only when the request says so")
    @APIResponse(responseCode = "200", description = "已结 / closed")
    @APIResponse(responseCode = "409", description = "该周已结，或尚未终了而未写明提前 / the week is closed already, or not over")
    public ReportingWeekView close(
            @Parameter(description = "报告周的末日 / last day of the week", example = "2021-03-07") @PathParam("endsOn")
                    LocalDate endsOn,
            @NotNull @Valid CloseWeek body) {
        var week = closing.close(endsOn, body, current.get().name());
        closed.fireAsync(new WeekClosed(week.endsOn));
        return ReportingWeekView.of(week);
    }

    @GET
    @Path("/{endsOn}/figures")
    @Operation(
            summary = "一周的指标 / the figures of a closed week",
            description = "跨平台重复登记的人，在各平台各计一人，在总人数（PERSONS_*）中只计一人，故各平台之和可大于总人数。")
    public Page<WeekFigure> figures(
            @Parameter(example = "2021-03-07") @PathParam("endsOn") LocalDate endsOn,
            @Parameter(description = "只看一个平台 / one platform") @RestQuery UUID platformId,
            @Parameter(description = "按镇街分列 / split by town") @RestQuery @DefaultValue("false") boolean byTown) {
        var week = ReportingWeek.endingOn(endsOn).orElseThrow(Problem::notFound);
        var scope = current.get().scope();
        return new Page<>(
                byTown ? figures.byTown(week.id, scope, platformId) : figures.of(week.id, scope, platformId), null);
    }
}
