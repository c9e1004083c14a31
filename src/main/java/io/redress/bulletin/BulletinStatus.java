package io.redress.bulletin;

/** Where a bulletin stands. */
public enum BulletinStatus {
    /** 拟稿. */
    DRAFT,
    /** 已签发: numbered and frozen. */
    ISSUED
}
