package io.redress.audit.log;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "AuditEffect", description = "对记录做了什么 / what it did to the record")
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
