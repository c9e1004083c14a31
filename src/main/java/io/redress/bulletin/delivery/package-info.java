/** Which bulletin was or is to be sent to whom, and what became of it. */
package io.redress.bulletin.delivery;
