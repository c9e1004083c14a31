package io.redress.registration.model;

import java.util.EnumSet;
import java.util.Set;

/** Where a registration stands, and where it may go. */
public enum RegistrationStatus {
    /** 已受理. */
    RECEIVED("已受理"),
    /** 已核实. */
    VERIFIED("已核实"),
    /** 已撤回, by the person. */
    WITHDRAWN("已撤回"),
    /** 已合并 into another registration. */
    MERGED("已合并"),
    /** 不予登记. */
    REFUSED("不予登记");

    static final Set<RegistrationStatus> LIVE = EnumSet.of(RECEIVED, VERIFIED);

    private final String label;

    RegistrationStatus(String label) {
        this.label = label;
    }

    /** As it is printed. */
    public String label() {
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
