/** Limits on requests: size, rate and data rate of bodies (RFC 9110, 413; RFC 6585, 429). */
package io.redress.common.web.limits;
