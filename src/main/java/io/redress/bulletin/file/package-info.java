/** Files of issued bulletins: rendered once, kept by their digest, handed out, and verified against the closing. */
package io.redress.bulletin.file;
