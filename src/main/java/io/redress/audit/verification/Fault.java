package io.redress.audit.verification;

import io.redress.common.words.Label;
import io.redress.common.words.Labelled;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The first fault found in the trail.
 *
 * @param seal its place in the chain; null for an entry in no seal
 * @param entry null when the fault concerns no single entry
 */
public record Fault(Kind kind, Long seal, UUID entry) {

    @Schema(name = "AuditFaultKind", description = "如何被篡改 / how the trail is broken")
    enum Kind implements Labelled {
        ENTRY_CHANGED("条目被改动", "the entry was changed, or written by somebody without the key"),
        ENTRY_REMOVED("条目被删除", "the entry was removed"),
        ENTRY_VANISHED("条目在封存前被删除", "the entry was removed before it was sealed"),
        ENTRY_ADDED("条目不在链上，系插入", "the entry is in no seal: it was added, or its place was taken from it"),
        ENTRY_SEALED_TWICE("条目在链上出现两次", "the entry stands in the chain twice"),
        ENTRIES_REORDERED("封存内条目的次序被改动", "the entries of the seal were reordered"),
        SEAL_REMOVED("链上缺一环", "a seal was removed"),
        SEAL_CHANGED("此环与前一环、条目不符，被改动、调换或伪造", "the seal was changed, moved or forged"),
        HEAD_CHANGED("链头与最后一环不符", "the head is not that of the last seal: it was changed, or seals were added"),
        CUT_OFF("链尾被截断", "the end of the chain was cut off"),
        PUT_BACK("数据库与库外锚点不符：被换回旧的或整链重写", "the chain is not the one anchored outside the database"),
        ANCHOR_CHANGED("库外锚点文件被改动", "the checkpoint file was changed"),
        ANCHOR_MISSING(
                "没有库外锚点，无法排除日志被清空或截断",
                "there is no checkpoint outside the database: the trail may have been emptied or cut off"),
        GENESIS_CHANGED("链首记录缺失或被改动", "the record of the chain's beginning is missing or was changed");

        private final Label label;

        Kind(String zh, String en) {
            label = new Label(zh, en);
        }

        @Override
        public Label label() {
            return label;
        }

        String words() {
            return label.zh() + " / " + label.en();
        }
    }
}
