package io.redress.approval;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ApprovedChange", description = "已批准的变更 / a change that was approved")
record ApprovedChangeView(
        @Schema(required = true) AccountChangeView change,

        @Schema(
                description =
                        "由批准人当面告知账号本人，首次改密码时与初始密码同用，只显示这一次；没有初始密码为 null"
                                + " / for the owner of the account, from the second person: needed beside the initial password; shown this once",
                nullable = true,
                examples = "k7mw-3xqd")
        String releaseCode) {

    @Override
    public String toString() {
        return "ApprovedChange[" + change.id() + "]";
    }
}
