/** The slip (受理登记回执) that is handed over. */
package io.redress.registration.slip;
