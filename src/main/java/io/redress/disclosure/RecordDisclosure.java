package io.redress.disclosure;

import io.redress.common.text.Lines;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "记录一次信息披露 / record a disclosure")
record RecordDisclosure(
        @Schema(description = "作出披露的分支机构；总部的不填 / the branch it came from, if from one", nullable = true)
        UUID branchId,

        @Schema(required = true) @NotNull DisclosureKind kind,

        @Schema(description = "披露之日，不晚于今天 / the day it was disclosed", required = true, examples = "2021-03-03")
        @NotNull
        LocalDate disclosedOn,

        @Schema(description = "披露人，如印在周报上 / who disclosed it, as printed", required = true, examples = "共信赢潮州分公司")
        @NotBlank
        @Size(max = 100)
        String source,

        @Schema(
                description = "披露内容，周报照引 / what was disclosed, as quoted",
                required = true,
                examples = "总部答复兑付方案正在与各地专班会商，预计4月上旬公布。")
        @NotBlank
        @Size(max = 2000)
        @Lines
        String summary) {}
