package io.redress.registration;

/** 登记方式: how the registration came in. */
public enum Channel {
    WINDOW,
    PHONE,
    VISIT,
    IMPORT,
    OTHER_SYSTEM
}
