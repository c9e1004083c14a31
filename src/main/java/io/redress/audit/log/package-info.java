/** Entries of the audit trail as they are kept, and reading them. */
package io.redress.audit.log;
