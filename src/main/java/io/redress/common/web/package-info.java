/**
 * What all endpoints share: strict JSON, versions and {@code If-Match}, keyset pages, idempotent creation. Lengths in
 * {@code @Size} count UTF-16 units, so a rare character beyond the basic plane such as 𠮷 takes up two.
 */
package io.redress.common.web;
