/** The slip (受理登记回执) for a registered person. */
package io.redress.registration.slip;
