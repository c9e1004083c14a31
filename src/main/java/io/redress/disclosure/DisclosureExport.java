package io.redress.disclosure;

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

/** Export of all disclosures. They are public, so every area sees all. Its dates filter by day of disclosure. */
@ApplicationScoped
class DisclosureExport implements ExportedList {

    private static final List<String> HEADINGS = List.of("平台", "区划代码", "区划", "种类", "披露日期", "披露人", "内容", "录入日期", "撤回日期");

    @Override
    public String name() {
        return "disclosures";
    }

    @Override
    public String title() {
        return "信息披露";
    }

    @Override
    public AuditEvent exported(String format) {
        return new AuditEvent("disclosures-exported", "Disclosure", null, null, Map.of("format", format));
    }

    @Override
    public List<String> headings() {
        return HEADINGS;
    }

    @Override
    public Reading open(ExportQuery query, AreaScope scope, boolean inClear) {
        query.refuseStatus();
        var platforms = Platform.names();
        var areas = Area.names();
        return (below, limit) -> find(query, below, limit).stream()
                .map(disclosure -> new Row(disclosure.id, cells(disclosure, platforms, areas)))
                .toList();
    }

    private static List<Disclosure> find(ExportQuery query, UUID below, int limit) {
        var conditions = new Conditions()
                .and("platformId = :platform", "platform", query.platformId())
                .and("disclosedOn >= :from", "from", query.from())
                .and("disclosedOn <= :to", "to", query.to())
                .and("id < :below", "below", below);
        if (query.area() != null) {
            conditions.and("areaCode like :area", "area", query.area().pattern());
        }
        return Disclosure.<Disclosure>find(conditions.text() + " order by id desc", conditions.parameters())
                .page(0, limit)
                .list();
    }

    private static List<Cell> cells(Disclosure disclosure, Map<UUID, String> platforms, Map<String, String> areas) {
        return List.of(
                Cell.text(platforms.get(disclosure.platformId)),
                Cell.text(disclosure.areaCode),
                Cell.text(areas.get(disclosure.areaCode)),
                Cell.text(disclosure.kind.zh()),
                Cell.day(disclosure.disclosedOn),
                Cell.text(disclosure.source),
                Cell.text(disclosure.summary),
                Cell.day(Clocks.dateOf(disclosure.recordedAt)),
                Cell.day(disclosure.withdrawnAt == null ? null : Clocks.dateOf(disclosure.withdrawnAt)));
    }
}
