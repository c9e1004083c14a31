package io.redress.bulletin;

/** Why readers are written to. */
enum Occasion {
    ISSUED,
    VOIDED
}
