/**
 * Mail (SMTP): one letter at a time over a connection that is encrypted as the settings ask for. Which letters there are, and
 * what became of them, their senders keep.
 */
@Uses({})
package io.redress.mail;

import io.redress.common.feature.Uses;
