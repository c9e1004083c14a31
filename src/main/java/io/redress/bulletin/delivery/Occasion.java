package io.redress.bulletin.delivery;

/** Why readers are written to. */
public enum Occasion {
    ISSUED,
    VOIDED
}
