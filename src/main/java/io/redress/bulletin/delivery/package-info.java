/** Delivery of bulletins by e-mail, and its status. */
package io.redress.bulletin.delivery;
