package io.redress.attention;

import io.redress.area.Area;
import io.redress.area.AreaScope;
import io.redress.common.event.AuditEvent;
import io.redress.common.query.Conditions;
import io.redress.common.sheet.Cell;
import io.redress.common.time.Clocks;
import io.redress.export.ExportQuery;
import io.redress.export.ExportedList;
import io.redress.platform.Platform;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Export of the attention list without its notes, which only carers read. Its dates filter by day of proposal. */
@ApplicationScoped
class AttentionExport implements ExportedList {

    private static final List<String> HEADINGS =
            List.of("平台", "姓名或名称", "区划代码", "区划", "原因", "级别", "状态", "提名日期", "提名人", "审批人", "复核日期", "结束日期");

    @Override
    public String name() {
        return "attention-entries";
    }

    @Override
    public String title() {
        return "重点关注名单";
    }

    @Override
    public AuditEvent exported(String format) {
        return new AuditEvent("attention-list-exported", "AttentionEntry", null, null, Map.of("format", format));
    }

    @Override
    public List<String> headings() {
        return HEADINGS;
    }

    @Override
    public Reading open(ExportQuery query, AreaScope scope, boolean inClear) {
        var status = query.status(AttentionStatus.class);
        var platforms = Platform.names();
        var areas = Area.names();
        return (below, limit) -> find(query, status, scope, below, limit).stream()
                .map(entry -> new Row(entry.id, cells(entry, platforms, areas)))
                .toList();
    }

    private static List<AttentionEntry> find(
            ExportQuery query, AttentionStatus status, AreaScope scope, UUID below, int limit) {
        var conditions = new Conditions()
                .and("areaCode like :scope", "scope", scope.pattern())
                .and("status = :status", "status", status)
                .and("platformId = :platform", "platform", query.platformId())
                .and("proposedAt >= :from", "from", query.fromMoment())
                .and("proposedAt < :before", "before", query.beforeMoment())
                .and("id < :below", "below", below);
        if (query.area() != null) {
            conditions.and("areaCode like :area", "area", query.area().pattern());
        }
        return AttentionEntry.<AttentionEntry>find(conditions.text() + " order by id desc", conditions.parameters())
                .page(0, limit)
                .list();
    }

    private static List<Cell> cells(AttentionEntry entry, Map<UUID, String> platforms, Map<String, String> areas) {
        return List.of(
                Cell.text(platforms.get(entry.platformId)),
                Cell.text(entry.investorName()),
                Cell.text(entry.areaCode),
                Cell.text(areas.get(entry.areaCode)),
                Cell.text(entry.reason.zh()),
                Cell.count((long) entry.level),
                Cell.text(entry.status.zh()),
                Cell.day(Clocks.dateOf(entry.proposedAt)),
                Cell.text(entry.proposedBy),
                Cell.text(entry.decidedBy),
                Cell.day(entry.reviewOn),
                Cell.day(entry.endedAt == null ? null : Clocks.dateOf(entry.endedAt)));
    }
}
