/** Registrations in the weekly bulletin: their measures, sentences and tables. */
package io.redress.registration.report;
