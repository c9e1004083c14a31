package io.redress.registration.person;

import static io.redress.extract.ExtractSection.row;

import io.redress.area.Area;
import io.redress.area.AreaScope;
import io.redress.common.problem.Problem;
import io.redress.common.time.Clocks;
import io.redress.extract.ExtractPart;
import io.redress.extract.ExtractSection;
import io.redress.extract.ExtractSection.Cell;
import io.redress.extract.ExtractSection.Entry;
import io.redress.extract.ExtractSection.Table;
import io.redress.platform.Platform;
import io.redress.registration.investor.Investor;
import io.redress.registration.investor.InvestorMerge;
import io.redress.registration.model.Evidence;
import io.redress.registration.model.EvidenceKind;
import io.redress.registration.model.PlatformAccount;
import io.redress.registration.model.Registration;
import io.redress.registration.model.RegistrationHistory;
import io.redress.registration.model.Registrations;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A person's registrations in order of receipt, for the person's own extract. The data that is masked elsewhere is in a
 * separate section, as {@link io.redress.registration.PersonalField}s.
 */
@ApplicationScoped
class RegistrationExtract implements ExtractPart {

    @Override
    public int place() {
        return 10;
    }

    @Override
    public ExtractSection of(UUID investorId, AreaScope scope) {
        var person = Investor.inScope(investorId, scope).orElseThrow(Problem::notFound);
        var entries = Registrations.ofInvestor(person.id).stream()
                .map(RegistrationExtract::entry)
                .toList();
        return new ExtractSection(
                "受理登记",
                entries.isEmpty()
                        ? entries
                        : Stream.concat(Stream.of(person(person)), entries.stream())
                                .toList(),
                "没有登记。",
                null);
    }

    /** Data of the person that is not masked elsewhere and belongs to no single registration. */
    private static Entry person(Investor person) {
        var rows = new ArrayList<List<Cell>>();
        for (var record : person.records()) {
            addUnlessEmpty(
                    rows,
                    "所在区划",
                    Area.ofCode(record.areaCode).map(area -> area.name).orElse(record.areaCode));
            addUnlessEmpty(rows, "性别", record.sex == null ? null : record.sex.zh());
            addUnlessEmpty(rows, "与紧急联系人关系", record.emergencyRelation());
            addUnlessEmpty(rows, "老年人", record.elderly ? "是" : null);
            addUnlessEmpty(rows, "生活困难", record.hardship ? "是" : null);
        }
        for (var merge : InvestorMerge.of(person.records())) {
            addUnlessEmpty(rows, "合并为同一人", Clocks.dateOf(merge.mergedAt) + "，" + merge.mergedBy + "，" + merge.reason());
            addUnlessEmpty(rows, "撤销合并", merge.undoneAt == null ? null : merge.undoneBy + "，" + merge.undoReason());
        }
        return new Entry(null, List.of(new Table(List.of(), rows)));
    }

    private static Entry entry(Registration registration) {
        var platform = Platform.ofId(registration.platformId).orElseThrow();
        return new Entry(
                registration.number + "　" + platform.name + "　" + registration.status.zh(),
                List.of(facts(registration, platform), money(registration), history(registration)));
    }

    private static Table facts(Registration registration, Platform platform) {
        var totals = registration.effective();
        var rows = new ArrayList<List<Cell>>();
        rows.add(row("受理", Clocks.dateOf(registration.receivedAt) + "，" + registration.receivedBy));
        rows.add(row(
                "金额（元）",
                "投入本金 %s，已返还 %s，净损失 %s（净损失＝%s）"
                        .formatted(
                                totals.principal(),
                                totals.repaid(),
                                totals.netLoss(),
                                platform.lossFormula().written())));
        addUnlessEmpty(rows, "材料", evidence(registration));
        addUnlessEmpty(
                rows,
                "平台账户",
                registration.accounts().stream().map(PlatformAccount::username).collect(Collectors.joining("、")));
        addUnlessEmpty(
                rows,
                "代理人",
                registration.agent == null
                        ? null
                        : joined(
                                registration.agent.name(registration.id),
                                registration.agent.relation(registration.id)));
        addUnlessEmpty(rows, "业务员", registration.salespersonName());
        addUnlessEmpty(rows, "销售过该平台产品", registration.actedAsSalesperson ? "是" : null);
        var report = registration.policeReport();
        addUnlessEmpty(
                rows,
                "报案",
                report == null
                        ? null
                        : joined(
                                report.authority(),
                                report.receiptNumber(),
                                report.reportedOn().toString()));
        addUnlessEmpty(rows, "备注", registration.remark());
        return new Table(List.of(), rows);
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining("，"));
    }

    private static void addUnlessEmpty(List<List<Cell>> rows, String label, String value) {
        if (value != null && !value.isEmpty()) {
            rows.add(row(label, value));
        }
    }

    /** The kinds of evidence shown, and the names of the attached files. */
    private static String evidence(Registration registration) {
        return Stream.concat(
                        registration.evidenceShown.stream().sorted().map(EvidenceKind::zh),
                        Evidence.of(registration.id).stream().map(Evidence::fileName))
                .collect(Collectors.joining("、"));
    }

    /** Partial dates print as known, such as 约2019年5月. */
    private static Table money(Registration registration) {
        var rows = Stream.concat(
                        registration.investments.stream()
                                .map(line -> row(
                                        line.investedOn.written(),
                                        "投资：" + joined(line.product(), line.contractNumber()),
                                        line.principal)),
                        registration.repayments.stream()
                                .map(line -> row(line.repaidOn.written(), "回款：" + line.kind.zh(), line.amount)))
                .toList();
        return new Table(List.of("日期", "投资或回款", "金额（元）"), rows);
    }

    private static Table history(Registration registration) {
        var rows = RegistrationHistory.of(registration.id).stream()
                .map(event -> row(Clocks.dateOf(event.happenedAt), event.what.zh(), event.reason(), event.happenedBy))
                .toList();
        return new Table(List.of("日期", "事项", "原因", "经办人"), rows);
    }
}
