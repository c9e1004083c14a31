/** Fonts: the characters they contain, and the subsets that a PDF embeds. */
package io.redress.bulletin.typeface;
