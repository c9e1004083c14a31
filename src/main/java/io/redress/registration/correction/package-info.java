/** What happens to a registration after it was taken in: corrected, verified, adjudicated, ended, merged into another one. */
package io.redress.registration.correction;
