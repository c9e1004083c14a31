/** The entries of the audit trail and the query over them. */
package io.redress.audit.log;
