package io.redress.registration.report;

import io.redress.tally.Measure;

/** What registrations and their investors are counted by. */
public enum RegistrationMeasure implements Measure {
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
    PERSONS_AFFECTED("受损总人数", true, false);

    private final String label;
    private final boolean counts;
    private final boolean sums;

    RegistrationMeasure(String label, boolean counts, boolean sums) {
        this.label = label;
        this.counts = counts;
        this.sums = sums;
    }

    @Override
    public int place() {
        return 100 + ordinal();
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public boolean counts() {
        return counts;
    }

    @Override
    public boolean sums() {
        return sums;
    }
}
