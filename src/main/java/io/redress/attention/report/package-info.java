/** The attention list in the weekly bulletin: its measures, sentences and tables. */
package io.redress.attention.report;
