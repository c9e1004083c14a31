/**
 * Mail (SMTP): one message at a time, encrypted as configured. The callers decide what to send and record the result.
 */
@Uses({})
package io.redress.mail;

import io.redress.common.feature.Uses;
