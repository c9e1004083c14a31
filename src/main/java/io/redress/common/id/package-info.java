/** Ids of records. */
package io.redress.common.id;
