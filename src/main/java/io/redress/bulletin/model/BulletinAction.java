package io.redress.bulletin.model;

/** What somebody did to a bulletin. */
public enum BulletinAction {
    DRAFTED,
    EDITED,
    REGENERATED,
    SUBMITTED,
    SENT_BACK,
    REVIEWED,
    ISSUED,
    VOIDED
}
