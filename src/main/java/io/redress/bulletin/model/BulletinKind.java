package io.redress.bulletin.model;

/** What a bulletin reports on. */
public enum BulletinKind {
    /** One platform. */
    PLATFORM,
    /** All platforms together (汇总). */
    DIGEST
}
