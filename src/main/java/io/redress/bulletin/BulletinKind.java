package io.redress.bulletin;

/** What a bulletin reports on. */
enum BulletinKind {
    /** One platform. */
    PLATFORM,
    /** All platforms together (汇总). */
    DIGEST
}
