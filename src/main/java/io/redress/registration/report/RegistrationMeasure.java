package io.redress.registration.report;

import io.redress.common.words.Label;
import io.redress.tally.Measure;

/** What registrations and their investors are counted by. */
public enum RegistrationMeasure implements Measure {
    /** Live registrations; one per person and platform. */
    REGISTERED(new Label("登记人次", "Registrations"), null),
    /** With a net loss above zero, and not suspected of having helped to sell the platform's products. */
    AFFECTED(new Label("受损人次", "Registrations with a loss"), new Label("净损失", "Net loss")),
    /** With a net gain, as a negative amount: it may have to be paid back. */
    WITHOUT_LOSS(new Label("无净损失人次", "Registrations without a loss"), new Label("净收益（负数）", "Net gain (negative)")),
    /** Counted apart (2019 两高一部意见 十: 提供帮助并获取经济利益的除外). */
    SUSPECTED_HELPERS(
            new Label("疑似协助人次", "Registrations of suspected helpers"),
            new Label("疑似协助人净损失", "Net loss of suspected helpers")),
    /** Of the affected. */
    PRINCIPAL(null, new Label("投入本金", "Principal paid in")),
    /** Of the affected. */
    REPAID(null, new Label("已返还本金及回报", "Principal and returns paid back")),
    VERIFIED(new Label("已核实人次", "Registrations verified"), new Label("已核实净损失", "Net loss as verified")),
    ADJUDICATED(new Label("司法认定人次", "Registrations adjudicated"), new Label("司法认定净损失", "Net loss as adjudicated")),
    POLICE_REPORTED(new Label("已向公安机关报案人次", "Registrations reported to the police"), null),
    EVIDENCE_COMPLETE(new Label("材料齐备人次", "Registrations with complete evidence"), null),
    /** Over all platforms: a person on two is one. Belongs to no platform. */
    PERSONS_REGISTERED(new Label("登记人数", "People registered"), null),
    /** Over all platforms: a person on two is one. Belongs to no platform. */
    PERSONS_AFFECTED(new Label("受损人数", "People with a loss"), null);

    private final Label ofCount;
    private final Label ofAmount;

    /** Either label is null where there is no such figure. */
    RegistrationMeasure(Label ofCount, Label ofAmount) {
        this.ofCount = ofCount;
        this.ofAmount = ofAmount;
    }

    @Override
    public int place() {
        return 100 + ordinal();
    }

    @Override
    public Label label() {
        return counts() ? ofCount : ofAmount;
    }

    @Override
    public Label amountLabel() {
        return sums() ? ofAmount : ofCount;
    }

    @Override
    public String zhOnOnePlatform() {
        return zh().replace("人次", "人数");
    }

    @Override
    public boolean counts() {
        return ofCount != null;
    }

    @Override
    public boolean sums() {
        return ofAmount != null;
    }
}
