/**
 * Authentication of requests, by bearer token (RFC 6750) or session cookie; both are an {@link
 * io.redress.account.AccessToken}. The package also issues tokens for scripts, with scopes and an expiry, and refuses
 * cross-site requests that carry the cookie.
 */
@Uses({"account", "area"})
package io.redress.token;

import io.redress.common.feature.Uses;
