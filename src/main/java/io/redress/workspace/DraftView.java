package io.redress.workspace;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Draft", description = "未提交的表单 / a form that was begun and not sent")
record DraftView(
        @Schema(required = true, examples = "register") String form,

        @Schema(description = "内容，由客户端自行解读 / what was typed, as the client wrote it", required = true)
        String content,

        @Schema(required = true) Instant savedAt) {

    static DraftView of(Draft draft) {
        return new DraftView(draft.id.form(), draft.open(), draft.savedAt);
    }

    @Override
    public String toString() {
        return "DraftView[form=" + form + "]";
    }
}
