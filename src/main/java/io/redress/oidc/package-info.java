/**
 * OpenID Connect sign-in (统一身份认证), off unless an issuer is set. The browser is sent to the identity provider with the
 * authorization code flow and PKCE. The response is validated, its claims become roles, and an ordinary session begins.
 * No request is ever authenticated by a token of the provider.
 */
@Uses({"account", "signin", "token"})
package io.redress.oidc;

import io.redress.common.feature.Uses;
