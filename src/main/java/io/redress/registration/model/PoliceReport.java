package io.redress.registration.model;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "向公安机关报案 / report to the police")
public record PoliceReport(
        @Schema(required = true, examples = "湘桥公安分局") @NotBlank @Size(max = 100)
        String authority,

        @Schema(description = "回执号", nullable = true) @Size(max = 100)
        String receiptNumber,

        @Schema(required = true, examples = "2021-02-01") @NotNull
        LocalDate reportedOn) {}
