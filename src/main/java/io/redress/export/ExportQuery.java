package io.redress.export;

import io.redress.area.AreaScope;
import io.redress.common.problem.Problem;
import io.redress.common.time.Clocks;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What an export is narrowed to; null narrows nothing.
 *
 * @param area this one and those below it
 * @param status a code of the list's own
 * @param from first day, of what the list says its days are
 * @param to last day, included
 * @param until what was recorded after this moment is left out; of the lists in clear
 */
public record ExportQuery(UUID platformId, AreaScope area, String status, LocalDate from, LocalDate to, Instant until) {

    public ExportQuery(UUID platformId, AreaScope area, String status, LocalDate from, LocalDate to) {
        this(platformId, area, status, from, to, null);
    }

    /** @throws Problem 422 when the list knows no such status */
    public <S extends Enum<S>> S status(Class<S> statuses) {
        if (status == null) {
            return null;
        }
        return Arrays.stream(statuses.getEnumConstants())
                .filter(constant -> constant.name().equals(status))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        "/status",
                        "unknown-value",
                        Arrays.stream(statuses.getEnumConstants())
                                .map(Enum::name)
                                .collect(Collectors.joining(", "))));
    }

    /** @throws Problem 422 when it is narrowed by a status: for a list that has none */
    public void refuseStatus() {
        if (status != null) {
            throw Problem.invalid("/status", "list-has-no-status");
        }
    }

    /** The beginning of the first day, in Shanghai. */
    public Instant fromMoment() {
        return from == null ? null : Clocks.startOf(from);
    }

    /** The end of the last day, in Shanghai, or the moment of the request if that is earlier. */
    public Instant beforeMoment() {
        var endOfDay = to == null ? null : Clocks.startOf(to.plusDays(1));
        return endOfDay == null || until != null && until.isBefore(endOfDay) ? until : endOfDay;
    }
}
