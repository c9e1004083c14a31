/** Files of issued bulletins: rendered once, stored by digest, downloaded, and verified against the closing. */
package io.redress.bulletin.file;
