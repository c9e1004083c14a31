package io.redress.registration.person;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "撤销人员合并 / undo a merge of people")
public record UndoMerge(
        @Schema(description = "原因", required = true, examples = "同名同电话的父子二人") @NotBlank @Size(max = 500)
        String reason) {}
