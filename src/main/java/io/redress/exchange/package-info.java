/**
 * Lists that are taken away (导出). The register leaves as a workbook or as CSV, in batches, however long it is; masked, or in
 * clear for a purpose, by a chief or the director, a few times a day.
 */
@Uses({"account", "area", "export", "registration", "reveal"})
package io.redress.exchange;

import io.redress.common.feature.Uses;
