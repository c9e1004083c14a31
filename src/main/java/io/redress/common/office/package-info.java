/** Shared parts for office documents, whichever library wrote them. */
package io.redress.common.office;
