/**
 * Shared parts of all endpoints: strict JSON, versions and {@code If-Match}, keyset pagination, idempotent creation.
 * Lengths in {@code @Size} count UTF-16 units, so a rare character outside the basic plane such as 𠮷 counts twice.
 */
package io.redress.common.web;
