package io.redress.bulletin.model;

public enum BulletinKind {
    /** One platform. */
    PLATFORM,
    /** All platforms together (汇总). */
    DIGEST
}
