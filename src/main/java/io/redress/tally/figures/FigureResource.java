package io.redress.tally.figures;

import static io.redress.account.Role.Names.AREA_OFFICER;
import static io.redress.account.Role.Names.CLERK;
import static io.redress.account.Role.Names.DIRECTOR;
import static io.redress.account.Role.Names.SECTION_CHIEF;

import io.redress.account.CurrentViewer;
import io.redress.common.sheet.Xlsx;
import io.redress.common.web.Download;
import io.redress.tally.Measures;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** All roles of the bureau read the figures of any range of days, within their areas. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "figures", description = "任意时段的指标 / figures of any days")
@RolesAllowed({CLERK, AREA_OFFICER, SECTION_CHIEF, DIRECTOR})
class FigureResource {

    private static final String MEANING = "每行 期初＋新增－核减＋迁移＝期末，上一期的期末即下一期的期初。变动自其入账时刻起计；周结后才提交的，计入将其结入的那一周。"
            + "可含尚未周结的日子，自 closedUntil 起的指标仍会变动。跨平台重复登记的人，在各平台各计一人，在总人数（PERSONS_*）中只计一人。"
            + " / in every row opening + added - removed + moved = closing, and every period opens as the last one closed";

    private static final String OUT_OF_SCOPE = "区划不在责任范围内 / the area lies out of scope";

    private final RangeFigures figures;
    private final Reconciliation reconciliation;
    private final CurrentViewer current;
    private final Measures measures;
    private final Clock clock;

    FigureResource(
            RangeFigures figures,
            Reconciliation reconciliation,
            CurrentViewer current,
            Measures measures,
            Clock clock) {
        this.figures = figures;
        this.reconciliation = reconciliation;
        this.current = current;
        this.measures = measures;
        this.clock = clock;
    }

    @GET
    @Path("/figures")
    @Operation(summary = "任意时段的指标 / figures of any days", description = MEANING)
    @APIResponse(responseCode = "200", description = "指标 / the figures")
    @APIResponse(responseCode = "404", description = OUT_OF_SCOPE)
    public RangeFiguresView read(@BeanParam FigureParameters parameters) {
        return figures.read(parameters.query(measures), current.get().scope());
    }

    @GET
    @Path("/figures.xlsx")
    @Produces(Xlsx.MEDIA_TYPE)
    @Operation(summary = "任意时段的指标，Excel 工作簿 / figures of any days as a workbook", description = MEANING)
    @APIResponse(responseCode = "200", description = "XLSX")
    @APIResponse(responseCode = "404", description = OUT_OF_SCOPE)
    public RestResponse<byte[]> workbook(@BeanParam FigureParameters parameters) {
        var query = parameters.query(measures);
        var view = figures.read(query, current.get().scope());
        var name = "figures-" + view.from() + "-" + view.to() + ".xlsx";
        return Download.of(FigureWorkbook.of(view, query, clock.instant()), Xlsx.MEDIA_TYPE, name);
    }

    @GET
    @Path("/figures/reconciliation")
    @Operation(
            summary = "年度与各周核对 / a year against its weeks",
            description =
                    "逐平台、逐指标：由台账变动直接加总的全年，与年内各周周结之和加首末两周中属于本年的部分相比，差额应为 0。"
                            + " / the year added up from its entries against the closings of its weeks; every difference must be 0")
    public ReconciliationView reconcile(
            @Parameter(description = "年度 / year", required = true, example = "2021")
                    @RestQuery
                    @NotNull
                    @Min(RangeQuery.FIRST_YEAR)
                    @Max(RangeQuery.LAST_YEAR)
                    Integer year) {
        return reconciliation.of(year, current.get().scope());
    }
}
