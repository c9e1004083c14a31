/** What is printed, whatever its format: the content, tables, the plot of the trend, workbook, CSV, web page and PDF. */
package io.redress.bulletin.print;
