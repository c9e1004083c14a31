/** What the attention list contributes to the weekly bulletin: its measures, sentences and tables. */
package io.redress.attention.report;
