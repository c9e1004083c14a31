package io.redress.reveal;

import io.redress.registration.PersonalField;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "查看明文 / look behind the mask")
record RevealFields(
        @Schema(description = "要看的字段 / the fields to see", required = true) @NotEmpty
        Set<@NotNull PersonalField> fields,

        @Schema(description = "用途 / what for", required = true) @NotNull
        Purpose purpose,

        @Schema(
                description = "说明；用途为 OTHER 时必填 / needed when the purpose is OTHER",
                nullable = true,
                examples = "电话通知补材料")
        @Size(max = 500)
        String note) {}
