/** Typefaces: which characters they have, and the parts of them that a PDF embeds. */
package io.redress.bulletin.typeface;
