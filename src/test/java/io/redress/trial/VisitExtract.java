package io.redress.trial;

import io.redress.area.AreaScope;
import io.redress.extract.ExtractPart;
import io.redress.extract.ExtractSection;
import io.redress.extract.ExtractSection.Entry;
import io.redress.extract.ExtractSection.Table;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class VisitExtract implements ExtractPart {

    @Override
    public int place() {
        return 90;
    }

    @Override
    public ExtractSection of(UUID investorId, AreaScope scope) {
        var rows = Visit.ofInvestor(investorId).stream()
                .map(visit -> ExtractSection.row(visit.visitedOn, visit.note))
                .toList();
        var table = new Table(List.of("日期", "情况"), rows);
        return new ExtractSection("来访", List.of(new Entry(null, List.of(table))), "没有来访。", null);
    }
}
