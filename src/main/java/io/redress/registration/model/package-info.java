/**
 * A registration as it is kept: the claim with its investments, repayments and totals, the papers, and what happened to it.
 */
package io.redress.registration.model;
