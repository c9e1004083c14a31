/** Migrations of the register that need the program's own rules (Flyway, Java). */
package io.redress.registration.migration;
