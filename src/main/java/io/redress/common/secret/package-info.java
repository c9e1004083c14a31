/** Random secrets. */
package io.redress.common.secret;
