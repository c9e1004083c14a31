/**
 * Tables as files for other programs: {@link io.redress.common.sheet.Xlsx} for people with a spreadsheet, {@link
 * io.redress.common.sheet.Csv} for systems. Both depend only on their arguments, such as the {@link
 * io.redress.common.sheet.Sheet}: the bytes are the same on any day and in any locale. No cell can become a formula.
 */
package io.redress.common.sheet;
