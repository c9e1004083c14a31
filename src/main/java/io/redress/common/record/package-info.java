/**
 * Annotations of entity fields for encryption and the audit log. By default the audit log hides a field's value, and
 * the value is encrypted. Tests find each field that is neither encrypted nor gives a reason.
 */
package io.redress.common.record;
