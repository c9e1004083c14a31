package io.redress.bulletin;

/** What somebody did to a bulletin. */
enum BulletinAction {
    DRAFTED,
    EDITED,
    REGENERATED,
    SUBMITTED,
    SENT_BACK,
    REVIEWED,
    ISSUED,
    VOIDED
}
