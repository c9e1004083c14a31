package io.redress.registration.correction;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "并入同一平台的另一登记 / merge into another registration of the same platform")
public record MergeRegistration(
        @Schema(description = "并入的登记", required = true) @NotNull
        UUID intoId,

        @Schema(
                description = "是否把投资笔、回款笔一并转入；重复登记的不转 / whether its amounts move along; not for mere duplicates",
                required = true)
        @NotNull
        Boolean carryAmounts,

        @Schema(description = "原因", required = true, examples = "同一人以护照重复登记") @NotBlank @Size(max = 500)
        String reason) {}
