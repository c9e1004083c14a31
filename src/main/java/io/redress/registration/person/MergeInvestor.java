package io.redress.registration.person;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "并入另一条人员记录，二者为同一人 / merge into another record of the same person")
public record MergeInvestor(
        @Schema(description = "并入的人员记录", required = true) @NotNull
        UUID intoId,

        @Schema(
                description = "认定为同一人的依据 / how it is known that they are one",
                required = true,
                examples = "本人出示护照与身份证，照片相符")
        @NotBlank
        @Size(max = 500)
        String reason) {}
