/** Prometheus metrics of waiting, overdue and abandoned work, for the operators of the service. */
package io.redress.common.metrics;
