/**
 * How a request proves who sends it: a bearer token (RFC 6750) or the cookie of a session, both an
 * {@link io.redress.account.AccessToken}. Tokens for scripts are issued here, for some scopes and with an end; requests that a
 * foreign page sends with the cookie are refused.
 */
@Uses({"account", "area"})
package io.redress.token;

import io.redress.common.feature.Uses;
