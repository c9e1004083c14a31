package io.redress.reveal;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "制作本人查阅件 / make somebody's own extract")
record MakeExtract(
        @Schema(
                description = "如何核实是本人或其代理人申请 / how it was made sure that they ask",
                required = true,
                examples = "本人持身份证到窗口申请")
        @NotBlank
        @Size(max = 500)
        String identifiedBy) {}
