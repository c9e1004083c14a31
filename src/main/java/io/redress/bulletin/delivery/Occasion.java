package io.redress.bulletin.delivery;

/** The reason for a mail to the readers. */
public enum Occasion {
    ISSUED,
    VOIDED
}
