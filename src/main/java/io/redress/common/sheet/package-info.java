/**
 * Tables as files that other programs read: {@link io.redress.common.sheet.Xlsx} for people with a spreadsheet,
 * {@link io.redress.common.sheet.Csv} for systems. Both are functions of {@link io.redress.common.sheet.Sheet} and give the
 * same bytes for the same sheet, on any day and in any locale. No cell of either can become a formula.
 */
package io.redress.common.sheet;
