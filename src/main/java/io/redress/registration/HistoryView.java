package io.redress.registration;

import io.redress.registration.model.RegistrationEvent;
import io.redress.registration.model.RegistrationHistory;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "RegistrationHistory", description = "登记的一次变动 / what happened to a registration")
public record HistoryView(
        @Schema(required = true) RegistrationEvent what,
        @Schema(nullable = true) String reason,
        @Schema(required = true) Instant happenedAt,
        @Schema(required = true) String happenedBy,

        @Schema(description = "当时的净损失，元", required = true, examples = "38800.00")
        BigDecimal netLoss) {

    static HistoryView of(RegistrationHistory history) {
        return new HistoryView(history.what, history.reason(), history.happenedAt, history.happenedBy, history.netLoss);
    }
}
