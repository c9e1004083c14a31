/**
 * Signing in by OpenID Connect (统一身份认证), off unless an issuer is set. The browser is sent to the identity provider with the
 * authorization code flow and PKCE; what comes back is checked, its claims become a role, and an ordinary session begins. Nothing
 * else of the provider's is accepted: no request is ever authenticated by a token of its.
 */
@Uses({"account", "signin", "token"})
package io.redress.oidc;

import io.redress.common.feature.Uses;
