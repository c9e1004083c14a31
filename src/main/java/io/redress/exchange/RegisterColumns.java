package io.redress.exchange;

import io.redress.common.sheet.Cell;
import io.redress.common.time.Clocks;
import io.redress.registration.RegisterLine;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The columns of an exported register, and the names that stand in them. */
record RegisterColumns(Map<UUID, String> platforms, Map<String, String> areas) {

    static final List<String> HEADINGS = List.of(
            "登记编号", "平台", "状态", "受理日期", "姓名或名称", "证件类型", "证件号码", "电话", "区划代码", "区划", "住址", "投入本金（元）", "已返还（元）",
            "净损失（元）", "已报案", "材料齐全");

    List<Cell> of(RegisterLine line) {
        return List.of(
                Cell.text(line.number()),
                Cell.text(platforms.get(line.platformId())),
                Cell.text(line.status().label()),
                Cell.day(Clocks.dateOf(line.receivedAt())),
                Cell.text(line.investorName()),
                Cell.text(line.documentType().label()),
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
