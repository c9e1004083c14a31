/** Verifying the trail from its beginning (验证审计日志), on request and from the command line. */
package io.redress.audit.verification;
