package io.redress.common.retention;

import java.time.Instant;

/**
 * Retention rule: a kind of record that is kept for a period and then erased or anonymised (个人信息保护法 19, 47). The
 * feature that owns the records implements it; the office sets the period.
 */
public interface RetentionRule {

    /** Used in the setting {@code redress.retention.<kind>} and in reports. */
    String kind();

    /** Counts the records that ended before this moment and still identify a person. */
    long countEndedBefore(Instant moment);

    /**
     * Erases some of them with their dependent records, in one transaction.
     *
     * @return the number erased; less than {@code limit} if no more remain
     */
    int eraseEndedBefore(Instant moment, int limit);
}
