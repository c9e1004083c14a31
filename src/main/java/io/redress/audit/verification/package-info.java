/** Verification of the audit trail (验证审计日志), over HTTP and from the command line. */
package io.redress.audit.verification;
