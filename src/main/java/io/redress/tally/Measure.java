package io.redress.tally;

/**
 * What is counted. 人 (persons), 人次 (times), 批次 (groups) and 件 (matters) are different measures and are never added
 * together. Amounts are yuan.
 */
public enum Measure {
    /** 登记人数: live registrations; one per person and platform. */
    REGISTERED(true, false),
    /** 受损人数 and their net loss: a loss above zero, and not thought to have sold the platform's products. */
    AFFECTED(true, true),
    /** 无净损失人数 and their net gain as a negative amount, kept because it may have to be paid back. */
    WITHOUT_LOSS(true, true),
    /** 疑似协助人 and their net loss, counted apart (2019 两高一部意见 十: 提供帮助并获取经济利益的除外). */
    SUSPECTED_HELPERS(true, true),
    /** 投入本金 of the affected. */
    PRINCIPAL(false, true),
    /** 已返还本金及回报 of the affected. */
    REPAID(false, true),
    /** 已核实人数 and their net loss as verified. */
    VERIFIED(true, true),
    /** 司法认定人数 and their net loss as adjudicated. */
    ADJUDICATED(true, true),
    /** 已向公安机关报案人数. */
    POLICE_REPORTED(true, false),
    /** 材料齐备人数. */
    EVIDENCE_COMPLETE(true, false),
    /** 登记总人数 over all platforms: a person on two is one. Belongs to no platform. */
    PERSONS_REGISTERED(true, false),
    /** 受损总人数 over all platforms: a person on two is one. Belongs to no platform. */
    PERSONS_AFFECTED(true, false),
    /** 重点关注名单 一级. */
    ATTENTION_LEVEL_1(true, false),
    /** 重点关注名单 二级. */
    ATTENTION_LEVEL_2(true, false),
    /** 重点关注名单 三级. */
    ATTENTION_LEVEL_3(true, false);

    private final boolean counts;
    private final boolean sums;

    Measure(boolean counts, boolean sums) {
        this.counts = counts;
        this.sums = sums;
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
