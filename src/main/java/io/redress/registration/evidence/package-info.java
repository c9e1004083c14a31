/** Files of evidence (证据材料) attached to a registration. */
package io.redress.registration.evidence;
