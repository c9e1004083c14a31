package io.redress.registration;

import java.util.EnumSet;
import java.util.Set;

/** Where a registration stands, and where it may go. */
public enum RegistrationStatus {
    /** 已受理. */
    RECEIVED,
    /** 已核实. */
    VERIFIED,
    /** 已撤回, by the person. */
    WITHDRAWN,
    /** 已合并 into another registration. */
    MERGED,
    /** 不予登记. */
    REFUSED;

    static final Set<RegistrationStatus> LIVE = EnumSet.of(RECEIVED, VERIFIED);

    /** Whether it still counts. */
    public boolean isLive() {
        return LIVE.contains(this);
    }

    boolean canBecome(RegistrationStatus next) {
        return isLive() && next != RECEIVED;
    }
}
