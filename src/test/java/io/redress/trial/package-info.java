/**
 * A feature of the tests alone: people who come to the office (来访). It shows what a feature needs: everything it takes part in
 * (bulletin, tally, extract, export, worklist, retention, audit) takes it up from here, and the general tests of the others hold
 * it to the same rules.
 */
package io.redress.trial;
