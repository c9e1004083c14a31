/**
 * Mail (SMTP): an outbox that any feature posts letters to, and the job that sends them, encrypted as configured. A
 * letter names no investor (ADR 42).
 */
@Uses({"file"})
package io.redress.mail;

import io.redress.common.feature.Uses;
