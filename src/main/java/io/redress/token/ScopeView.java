package io.redress.token;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Scope", description = "令牌范围 / what a token may do")
public record ScopeView(
        @Schema(description = "标签与 read 或 write / a tag, and read or write", required = true, examples = "figures:read")
        String scope) {}
