package io.redress.bench;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One line of the table.
 *
 * @param ours what the program does
 * @param limit what the database does with the same statements, or null where there is no such limit
 * @param ratio ours to the limit, the larger the better; NaN where there is none
 * @param note what else there is to say
 */
record Result(
        @JsonProperty String scenario,
        @JsonProperty Rate ours,
        @JsonProperty Rate limit,
        @JsonProperty Double ratio,
        @JsonProperty String note) {

    static Result compared(String scenario, Rate ours, Rate limit) {
        return new Result(
                scenario,
                ours,
                limit,
                ours.perSecond() / limit.perSecond(),
                "p99 %.1f × the limit's".formatted(ours.p99() / limit.p99()));
    }

    static Result alone(String scenario, Rate ours, String note) {
        return new Result(scenario, ours, null, null, note);
    }

    /** Something done once, in milliseconds. */
    static Result once(String scenario, double millis, double limit, String note) {
        return new Result(
                scenario,
                new Rate(1000 / millis, millis, millis, 0),
                new Rate(1000 / limit, limit, limit, 0),
                limit / millis,
                note);
    }

    static Result once(String scenario, double millis, String note) {
        return alone(scenario, new Rate(1000 / millis, millis, millis, 0), note);
    }

    static Result note(String scenario, String note) {
        return new Result(scenario, null, null, null, note);
    }

    @Override
    public String toString() {
        if (ours == null) {
            return "%-34s %s".formatted(scenario, note);
        }
        return "%-34s %10s %9s %9s %10s %9s %6s  %s"
                .formatted(
                        scenario,
                        number(ours.perSecond()),
                        number(ours.p50()),
                        number(ours.p99()),
                        limit == null ? "" : number(limit.perSecond()),
                        limit == null ? "" : number(limit.p99()),
                        ratio == null ? "" : "%.2f".formatted(ratio),
                        (ours.failed() == 0 ? "" : ours.failed() + " FAILED. ") + note);
    }

    private static String number(double value) {
        return value >= 100 ? "%,.0f".formatted(value) : "%.2f".formatted(value);
    }
}
