package io.redress.registration;

import io.redress.area.Area;
import io.redress.area.AreaScope;
import io.redress.common.event.AuditEvent;
import io.redress.common.sheet.Cell;
import io.redress.common.time.Clocks;
import io.redress.export.ExportQuery;
import io.redress.export.ExportedList;
import io.redress.export.SelectedPeople;
import io.redress.platform.Platform;
import io.redress.registration.Register.Filter;
import io.redress.registration.model.RegistrationStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Export of the register (受理登记名册). Its dates filter by day of receipt. */
@ApplicationScoped
class RegisterExport implements ExportedList {

    private static final List<String> HEADINGS = List.of(
            "登记编号", "平台", "状态", "受理日期", "姓名或名称", "证件类型", "证件号码", "电话", "区划代码", "区划", "住址", "投入本金（元）", "已返还（元）",
            "净损失（元）", "已报案", "材料齐全");

    private static final List<String> MASKED = List.of(
            PersonalField.DOCUMENT_NUMBER.name(), PersonalField.PHONE.name(), PersonalField.STREET_ADDRESS.name());

    private final Register register;

    RegisterExport(Register register) {
        this.register = register;
    }

    @Override
    public String name() {
        return "registrations";
    }

    @Override
    public String title() {
        return "受理登记名册";
    }

    @Override
    public AuditEvent exported(String format) {
        return new AuditEvent("register-exported", "Registration", null, null, Map.of("format", format));
    }

    @Override
    public List<String> maskedFields() {
        return MASKED;
    }

    @Override
    public List<String> headings() {
        return HEADINGS;
    }

    @Override
    public SelectedPeople people(ExportQuery query, AreaScope scope) {
        var select = new StringBuilder(
                "select distinct investor_id from registration r join investor i on i.id = investor_id"
                        + " where i.area_code like ?");
        var values = new ArrayList<Object>(List.of(scope.pattern()));
        and(
                select,
                values,
                " and i.area_code like ?",
                query.area() == null ? null : query.area().pattern());
        and(select, values, " and r.platform_id = ?", query.platformId());
        var status = query.status(RegistrationStatus.class);
        and(select, values, " and r.status = ?", status == null ? null : status.name());
        and(select, values, " and r.received_at >= ?", query.fromMoment());
        and(select, values, " and r.received_at < ?", query.beforeMoment());
        return new SelectedPeople(select.toString(), values);
    }

    private static void and(StringBuilder select, List<Object> values, String condition, Object value) {
        if (value != null) {
            select.append(condition);
            values.add(value);
        }
    }

    @Override
    public Reading open(ExportQuery query, AreaScope scope, boolean inClear) {
        var filter = new Filter(
                query.platformId(),
                query.area(),
                query.status(RegistrationStatus.class),
                query.fromMoment(),
                query.beforeMoment(),
                null);
        var platforms = Platform.names();
        var areas = Area.names();
        return (below, limit) -> register.lines(filter, scope, below, limit, inClear).stream()
                .map(line -> new Row(line.id(), line.investorId(), cells(line, platforms, areas)))
                .toList();
    }

    private static List<Cell> cells(RegisterLine line, Map<UUID, String> platforms, Map<String, String> areas) {
        return List.of(
                Cell.text(line.number()),
                Cell.text(platforms.get(line.platformId())),
                Cell.text(line.status().zh()),
                Cell.day(Clocks.dateOf(line.receivedAt())),
                Cell.text(line.investorName()),
                Cell.text(line.documentType().zh()),
                Cell.text(line.documentNumber()),
                Cell.text(line.phone()),
                Cell.text(line.areaCode()),
                Cell.text(areas.get(line.areaCode())),
                Cell.text(line.streetAddress()),
                Cell.money(line.principal()),
                Cell.money(line.repaid()),
                Cell.money(line.netLoss()),
                Cell.text(line.isPoliceReported() ? "是" : "否"),
                Cell.text(line.isEvidenceComplete() ? "是" : "否"));
    }
}
