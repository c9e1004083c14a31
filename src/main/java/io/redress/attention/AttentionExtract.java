package io.redress.attention;

import io.redress.area.AreaScope;
import io.redress.common.time.Clocks;
import io.redress.extract.ExtractPart;
import io.redress.extract.ExtractSection;
import io.redress.extract.ExtractSection.Cell;
import io.redress.extract.ExtractSection.Entry;
import io.redress.extract.ExtractSection.Table;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** A person's entries on the attention list, for the person's own extract. */
@ApplicationScoped
class AttentionExtract implements ExtractPart {

    @Override
    public int place() {
        return 20;
    }

    @Override
    public ExtractSection of(UUID investorId, AreaScope scope) {
        var rows = AttentionEntry.ofInvestor(investorId, scope).stream()
                .map(AttentionExtract::row)
                .toList();
        var table = new Table(List.of("提出日期", "原因", "级别", "状态", "说明", "审批意见", "复查日期", "结束日期", "结束原因"), rows);
        return new ExtractSection(
                "关注名单",
                rows.isEmpty() ? List.of() : List.of(new Entry(null, List.of(table))),
                "现无列入记录。",
                "列入记录结束并满保存期限后删除，删除的不在此列。关注名单用于回访和帮扶，不影响对登记的处理。");
    }

    private static List<Cell> row(AttentionEntry entry) {
        return ExtractSection.row(
                Clocks.dateOf(entry.proposedAt),
                entry.reason.zh(),
                entry.level,
                entry.status.zh(),
                entry.note(),
                entry.decisionNote(),
                entry.reviewOn,
                entry.endedAt == null ? null : Clocks.dateOf(entry.endedAt),
                entry.leavingReason());
    }
}
