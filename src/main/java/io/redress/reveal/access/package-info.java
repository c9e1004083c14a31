/** Requests for more personal data in clear than one person alone may have, and what a second person decides. */
package io.redress.reveal.access;
