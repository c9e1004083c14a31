package io.redress.attention;

import io.redress.common.time.Clocks;
import java.time.LocalDate;

/** An entry of the attention list as the person it is about may have it in writing. */
public record AttentionExtract(
        LocalDate proposedOn,
        String reason,
        int level,
        String status,
        String note,
        LocalDate reviewOn,
        LocalDate endedOn) {

    static AttentionExtract of(AttentionEntry entry) {
        return new AttentionExtract(
                Clocks.dateOf(entry.proposedAt),
                entry.reason.label(),
                entry.level,
                entry.status.label(),
                entry.note,
                entry.reviewOn,
                entry.endedAt == null ? null : Clocks.dateOf(entry.endedAt));
    }

    @Override
    public String toString() {
        return "AttentionExtract[" + status + "]";
    }
}
