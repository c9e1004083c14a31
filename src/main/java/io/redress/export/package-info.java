/**
 * What features let be taken away (导出). Each list is an {@link io.redress.export.ExportedList}: its columns and its rows, a
 * batch at a time. Files, purposes and limits are {@code exchange}'s.
 */
@Uses({"area"})
package io.redress.export;

import io.redress.common.feature.Uses;
