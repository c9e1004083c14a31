/**
 * A feature of the tests: visits to the office (来访). It is an example of a complete feature: all that it takes part in
 * (bulletin, tally, extract, export, worklist, retention, audit) includes it, and the general tests of the other
 * features check it, too.
 */
package io.redress.trial;
