/** Changes of a registration after its intake: correction, verification, adjudication, end, merge. */
package io.redress.registration.correction;
