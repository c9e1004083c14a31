/** What office documents have in common, whichever library wrote them. */
package io.redress.common.office;
