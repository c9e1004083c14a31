/** Hibernate queries of lists with filters. */
package io.redress.common.query;
