package io.redress.tally;

import java.util.Set;

/**
 * What is counted. 人 (persons), 人次 (times), 批次 (groups) and 件 (matters) are different measures and are never added
 * together. Amounts are yuan.
 */
public enum Measure {
    /** 登记人数: live registrations; one per person and platform. */
    REGISTERED("登记人数", true, false),
    /** 受损人数 and their net loss: a loss above zero, and not thought to have sold the platform's products. */
    AFFECTED("受损人数及净损失", true, true),
    /** 无净损失人数 and their net gain as a negative amount, kept because it may have to be paid back. */
    WITHOUT_LOSS("无净损失人数及净收益", true, true),
    /** 疑似协助人 and their net loss, counted apart (2019 两高一部意见 十: 提供帮助并获取经济利益的除外). */
    SUSPECTED_HELPERS("疑似协助人及净损失", true, true),
    /** 投入本金 of the affected. */
    PRINCIPAL("投入本金", false, true),
    /** 已返还本金及回报 of the affected. */
    REPAID("已返还本金及回报", false, true),
    /** 已核实人数 and their net loss as verified. */
    VERIFIED("已核实人数及净损失", true, true),
    /** 司法认定人数 and their net loss as adjudicated. */
    ADJUDICATED("司法认定人数及净损失", true, true),
    /** 已向公安机关报案人数. */
    POLICE_REPORTED("已向公安机关报案人数", true, false),
    /** 材料齐备人数. */
    EVIDENCE_COMPLETE("材料齐备人数", true, false),
    /** 登记总人数 over all platforms: a person on two is one. Belongs to no platform. */
    PERSONS_REGISTERED("登记总人数", true, false),
    /** 受损总人数 over all platforms: a person on two is one. Belongs to no platform. */
    PERSONS_AFFECTED("受损总人数", true, false),
    /** 重点关注名单 一级. */
    ATTENTION_LEVEL_1("重点关注一级人数", true, false),
    /** 重点关注名单 二级. */
    ATTENTION_LEVEL_2("重点关注二级人数", true, false),
    /** 重点关注名单 三级. */
    ATTENTION_LEVEL_3("重点关注三级人数", true, false),
    /** 信息披露次数 of platforms and their branches. */
    DISCLOSURES("信息披露次数", true, false);

    /** 重点关注名单, all levels of it. */
    public static final Set<Measure> ATTENTION_LEVELS = Set.of(ATTENTION_LEVEL_1, ATTENTION_LEVEL_2, ATTENTION_LEVEL_3);

    private final String label;
    private final boolean counts;
    private final boolean sums;

    Measure(String label, boolean counts, boolean sums) {
        this.label = label;
        this.counts = counts;
        this.sums = sums;
    }

    /** What people call it. */
    public String label() {
        return label;
    }

    /** Whether its count means something. */
    public boolean counts() {
        return counts;
    }

    /** Whether its amount means something. */
    public boolean sums() {
        return sums;
    }
}
