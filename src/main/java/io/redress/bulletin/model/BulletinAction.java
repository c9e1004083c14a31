package io.redress.bulletin.model;

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
