package io.redress.workspace;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A column that a list of the register can show. */
@Schema(description = "登记列表的一列 / a column of the list of registrations")
enum RegisterColumn {
    NUMBER,
    NAME,
    PLATFORM,
    AREA,
    RECEIVED_ON,
    NET_LOSS,
    STATUS,
    HELPER
}
