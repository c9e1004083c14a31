/**
 * What makes tampering show: each entry's own code (HMAC-SM3), the chain of seals over entries, and the anchor outside the
 * database.
 */
package io.redress.audit.chain;
