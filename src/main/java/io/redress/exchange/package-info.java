/**
 * Export of lists (导出). The register is exported as a workbook or as CSV, in batches, however long it is. Personal data
 * is masked. A section chief or the director may export it unmasked for a stated purpose, a few times a day.
 */
@Uses({"account", "area", "export", "registration", "reveal"})
package io.redress.exchange;

import io.redress.common.feature.Uses;
