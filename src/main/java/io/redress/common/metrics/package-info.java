/** Metrics (Prometheus) of what waits, is late or was given up, for those who watch the service. */
package io.redress.common.metrics;
