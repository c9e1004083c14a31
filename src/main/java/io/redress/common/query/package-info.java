/** Asking Hibernate for lists that can be narrowed. */
package io.redress.common.query;
