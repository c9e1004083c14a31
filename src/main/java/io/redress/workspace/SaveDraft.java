package io.redress.workspace;

import io.redress.common.text.Verbatim;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "保存草稿 / keep what was typed")
record SaveDraft(
        @Schema(
                description = "内容，由客户端自行解读；加密保存 / what was typed, as the client wrote it; kept encrypted",
                required = true,
                maxLength = 60_000,
                examples = "{\"remark\":\"\"}")
        @NotNull
        @Size(max = 60_000)
        @Verbatim
        String content) {

    @Override
    public String toString() {
        return "SaveDraft[]";
    }
}
