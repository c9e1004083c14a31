package io.redress.registration.model;

/** 登记方式: how the registration came in. */
public enum Channel {
    WINDOW,
    PHONE,
    VISIT,
    IMPORT,
    OTHER_SYSTEM
}
