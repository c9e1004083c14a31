/** Intake of registrations (受理登记). */
package io.redress.registration.intake;
