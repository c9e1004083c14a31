package io.redress.tally.figures;

import io.redress.common.problem.Problem;
import io.redress.common.problem.Violation;
import io.redress.tally.Measure;
import io.redress.tally.Measures;
import jakarta.ws.rs.DefaultValue;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** The query parameters of a request for figures. */
public class FigureParameters {

    @RestQuery
    @Parameter(description = "首日，北京时间 / first day, Shanghai time", required = true, example = "2021-01-01")
    LocalDate from;

    @RestQuery
    @Parameter(description = "末日，含当日 / last day, inclusive", required = true, example = "2021-12-31")
    LocalDate to;

    @RestQuery
    @Parameter(
            description =
                    "分期；不给则全段为一期。按周时取与时段有交集的整周，以周结的截止时刻为界；其余按公历，首末两期截于时段。"
                            + " / periods; none for one. Weeks are whole ones, bounded by their cut-offs; others are of the calendar")
    Grouping by;

    @RestQuery
    UUID platformId;

    @RestQuery
    @Parameter(
            description = "只要此区划及其下级的；不在责任范围内的为 404 / only of this area and those below it",
            example = "445102010000")
    String areaCode;

    @RestQuery
    @DefaultValue("false")
    @Parameter(description = "按平台分列 / split by platform")
    boolean byPlatform;

    @RestQuery
    @DefaultValue("false")
    @Parameter(description = "按镇街分列 / split by town")
    boolean byTown;

    @RestQuery
    @Parameter(
            description = "只要这些指标，可重复；不给则全部 / only these measures, repeated; all when none",
            schema = @Schema(type = SchemaType.ARRAY, uniqueItems = true, implementation = Measure.class))
    Set<String> measure;

    RangeQuery query(Measures known) {
        var missing = Stream.of(from == null ? "?from" : null, to == null ? "?to" : null)
                .filter(pointer -> pointer != null)
                .map(pointer -> new Violation(pointer, "required"))
                .toList();
        if (!missing.isEmpty()) {
            throw Problem.invalid(missing);
        }
        var measures = (measure == null ? Set.<String>of() : measure)
                .stream().map(name -> measure(name, known)).collect(Collectors.toUnmodifiableSet());
        return new RangeQuery(from, to, by, platformId, areaCode, byPlatform, byTown, measures);
    }

    private static Measure measure(String name, Measures known) {
        return known.named(name).orElseThrow(() -> Problem.invalid("?measure", "unknown-value", allowed(known)));
    }

    private static String allowed(Measures known) {
        return known.all().stream().map(Measure::name).collect(Collectors.joining(", "));
    }
}
