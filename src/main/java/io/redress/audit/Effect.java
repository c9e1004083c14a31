package io.redress.audit;

/** What it did to the record. */
public enum Effect {
    /** 新建. */
    CREATED,
    /** 变更. */
    CHANGED,
    /** 删除. */
    REMOVED,
    /** 导出或下载. */
    EXPORTED
}
