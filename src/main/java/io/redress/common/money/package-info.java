/**
 * Amounts of money in words. Figures are {@code BigDecimal}s in yuan with two decimals, {@code numeric(18,2)} in the
 * database.
 */
package io.redress.common.money;
