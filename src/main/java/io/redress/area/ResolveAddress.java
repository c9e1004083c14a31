package io.redress.area;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "按口头或书面地址查找区划 / find the area of an address as written")
public record ResolveAddress(
        @Schema(required = true, examples = "湘桥区南春街道振德街社区12号") @NotBlank @Size(max = 200)
        String text) {}
