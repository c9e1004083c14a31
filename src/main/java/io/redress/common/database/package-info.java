/** Statements and locks, and concerns of the whole database: nothing of one feature's tables. */
package io.redress.common.database;
