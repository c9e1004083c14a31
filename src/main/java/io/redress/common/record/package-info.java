/**
 * What a record says of its own fields. Unless a field says otherwise, the audit log hides what it holds, and what it holds is
 * encrypted; tests find the field that is neither encrypted nor says why not.
 */
package io.redress.common.record;
