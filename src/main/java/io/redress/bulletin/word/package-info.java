/** Documents for Word and WPS (OOXML), and the template of the office that they are filled into. */
package io.redress.bulletin.word;
