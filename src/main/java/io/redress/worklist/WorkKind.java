package io.redress.worklist;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is to be done. */
@Schema(name = "WorkKind", description = "待办事项的种类 / what is to be done")
public enum WorkKind {
    /** 重点关注提名待审批: proposed by somebody else. */
    ATTENTION_TO_DECIDE,
    /** 重点关注待复核: lapses unless it is renewed within a week. */
    ATTENTION_TO_REVIEW,
    /** 周报待送审. */
    BULLETINS_TO_SUBMIT,
    /** 周报待审核: submitted by somebody else. */
    BULLETINS_TO_REVIEW,
    /** 周报待签发. */
    BULLETINS_TO_SIGN,
    /** 周报应报未报: due and not issued, whoever has it. */
    BULLETINS_MISSING
}
