package io.redress.bulletin;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "签发 / sign and issue")
record IssueBulletin(
        @Schema(description = "印发日期，不给则为今天 / today when absent", nullable = true, examples = "2021-03-08")
        LocalDate issuedOn) {}
