package io.redress.registration.model;

import io.redress.common.words.Label;
import io.redress.common.words.Labelled;
import java.util.EnumSet;
import java.util.Set;

/** Where a registration stands, and where it may go. */
public enum RegistrationStatus implements Labelled {
    /** 已受理. */
    RECEIVED("已受理", "Received"),
    /** 已核实. */
    VERIFIED("已核实", "Verified"),
    /** 已撤回, by the person. */
    WITHDRAWN("已撤回", "Withdrawn"),
    /** 已合并 into another registration. */
    MERGED("已合并", "Merged"),
    /** 不予登记. */
    REFUSED("不予登记", "Refused");

    static final Set<RegistrationStatus> LIVE = EnumSet.of(RECEIVED, VERIFIED);

    private final Label label;

    RegistrationStatus(String zh, String en) {
        label = new Label(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }

    /** Whether it still counts. */
    public boolean isLive() {
        return LIVE.contains(this);
    }

    boolean canBecome(RegistrationStatus next) {
        return isLive() && next != RECEIVED;
    }
}
