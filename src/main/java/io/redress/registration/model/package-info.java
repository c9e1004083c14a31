/** Entities of a registration: the claim with its investments, repayments and totals, the evidence, and the history. */
package io.redress.registration.model;
