/** What concerns the whole database rather than one feature's tables. */
package io.redress.common.database;
