package io.redress.oidc;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether sign-in by OpenID Connect is available beside passwords. */
@Schema(name = "OidcOffer", description = "可否统一身份认证登录 / whether there is sign-in by OpenID Connect")
public record OidcOffer(
        @Schema(description = "已启用 / in use", required = true)
        boolean offered) {}
