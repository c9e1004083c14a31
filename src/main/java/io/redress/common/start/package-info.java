/** Checks at the start: wrong settings stop it with a message in words. */
package io.redress.common.start;
