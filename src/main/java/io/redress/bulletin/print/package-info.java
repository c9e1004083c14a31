/** The printed bulletin in all formats but Word: the content, tables, trend chart, workbook, CSV, web page and PDF. */
package io.redress.bulletin.print;
