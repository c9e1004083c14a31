package io.redress.bulletin;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "签发 / sign and issue")
record IssueBulletin(
        @Schema(description = "印发日期，不给则为今天 / today when absent", nullable = true, examples = "2021-03-08")
        LocalDate issuedOn,

        @Schema(
                description = "已知有字将印作〓（见 missingCharacters），仍要签发；不给则有这样的字即不签发"
                        + " / signs although characters are printed as 〓; without it such a bulletin is not signed",
                nullable = true,
                examples = "false")
        Boolean acceptMissingCharacters,

        @Schema(
                description =
                        "所报的周提前周结、尚未终了，仍要签发；不给则未终了的周的周报不予签发（409）"
                                + " / signs although the week was closed early and is not over; without it such a bulletin is not signed",
                nullable = true,
                examples = "false")
        Boolean early) {

    boolean acceptsMissingCharacters() {
        return Boolean.TRUE.equals(acceptMissingCharacters);
    }

    boolean isEarly() {
        return Boolean.TRUE.equals(early);
    }
}
