/** Taking in a registration (受理登记). */
package io.redress.registration.intake;
