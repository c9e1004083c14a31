package io.redress.audit.log;

import io.redress.common.problem.Problem;
import io.redress.common.time.Clocks;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

public class AuditQuery {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9999;

    @RestQuery
    @Parameter(description = "首日，北京时间 / first day, Shanghai time", example = "2021-03-01")
    LocalDate from;

    @RestQuery
    @Parameter(description = "末日，含当日 / last day, inclusive", example = "2021-03-31")
    LocalDate to;

    @RestQuery
    @Parameter(description = "只要此账号的 / only what this account did")
    UUID account;

    @RestQuery
    @Size(max = 100)
    @Parameter(description = "只要此操作 / only this action", example = "correction_verify")
    String action;

    @RestQuery
    @Parameter(description = "只要此结果 / only what ended so")
    Outcome outcome;

    @RestQuery
    @Parameter(description = "只要有此影响的 / only what had this effect")
    Effect effect;

    @RestQuery
    @Size(max = 100)
    @Parameter(description = "只要此类记录的 / only about records of this kind", example = "registration")
    String recordType;

    @RestQuery
    @Size(max = 100)
    @Parameter(description = "只要此记录的 / only about this record", example = "0198c0de-0000-7000-8000-000000000000")
    String recordId;

    Instant begin() {
        return from == null ? null : instant(from, "?from");
    }

    /** Exclusive. */
    Instant end() {
        return to == null ? null : instant(to, "?to").plusSeconds(24 * 60 * 60);
    }

    /** Asia/Shanghai has had no daylight saving since 1991, and the trail begins later. */
    private static Instant instant(LocalDate day, String pointer) {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw Problem.invalid(pointer, "not-a-date");
        }
        return Clocks.startOf(day);
    }

    /** Binds a cursor to its query. */
    @Override
    public String toString() {
        return "audit-entries %s %s %s %s %s %s %s %s"
                .formatted(from, to, account, action, outcome, effect, recordType, recordId);
    }
}
