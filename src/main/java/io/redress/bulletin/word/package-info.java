/** Word and WPS documents (OOXML), and the office's template for them. */
package io.redress.bulletin.word;
