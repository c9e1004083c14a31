/** Java migrations (Flyway) of the register that need the program's own rules. */
package io.redress.registration.migration;
