package io.redress.trial;

import io.redress.area.AreaScope;
import io.redress.common.event.AuditEvent;
import io.redress.common.query.Conditions;
import io.redress.common.sheet.Cell;
import io.redress.export.ExportQuery;
import io.redress.export.ExportedList;
import io.redress.platform.Platform;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

@ApplicationScoped
class VisitExport implements ExportedList {

    @Override
    public String name() {
        return "visits";
    }

    @Override
    public String title() {
        return "来访登记";
    }

    @Override
    public AuditEvent exported(String format) {
        return new AuditEvent("visits-exported", "Visit", null, null, Map.of("format", format));
    }

    @Override
    public List<String> headings() {
        return List.of("平台", "日期", "情况");
    }

    @Override
    public Reading open(ExportQuery query, AreaScope scope, boolean inClear) {
        query.refuseStatus();
        var platforms = Platform.names();
        return (below, limit) -> find(query, scope, below, limit).stream()
                .map(visit -> new Row(
                        visit.id,
                        List.of(
                                Cell.text(platforms.get(visit.platformId)),
                                Cell.day(visit.visitedOn),
                                Cell.text(visit.note))))
                .toList();
    }

    private static List<Visit> find(ExportQuery query, AreaScope scope, UUID below, int limit) {
        var conditions = new Conditions()
                .and("areaCode like :scope", "scope", scope.pattern())
                .and("platformId = :platform", "platform", query.platformId())
                .and("visitedOn >= :from", "from", query.from())
                .and("visitedOn <= :to", "to", query.to())
                .and("id < :below", "below", below);
        return Visit.<Visit>find(conditions.text() + " order by id desc", conditions.parameters())
                .page(0, limit)
                .list();
    }
}
