/** What all endpoints share: strict JSON, versions and {@code If-Match}, keyset pages, idempotent creation. */
package io.redress.common.web;
