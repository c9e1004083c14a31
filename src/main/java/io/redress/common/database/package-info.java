/** Concerns of the whole database, not of one feature's tables. */
package io.redress.common.database;
