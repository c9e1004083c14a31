/** The letters about issued bulletins to their readers, and the state of their mails. */
package io.redress.bulletin.delivery;
