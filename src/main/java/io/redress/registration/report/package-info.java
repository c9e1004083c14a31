/** What registrations contribute to the weekly bulletin: their measures, sentences and tables. */
package io.redress.registration.report;
