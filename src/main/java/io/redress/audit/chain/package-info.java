/**
 * Tamper evidence: each entry's MAC (HMAC-SM3), the chain of seals over entries, and the checkpoint outside the database.
 */
package io.redress.audit.chain;
