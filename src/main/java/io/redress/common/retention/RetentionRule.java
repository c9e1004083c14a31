package io.redress.common.retention;

import java.time.Instant;

/**
 * A kind of record that is kept for a time and then erased or made anonymous (个人信息保护法 19, 47). The feature that owns the
 * records implements it; the period is the office's to set.
 */
public interface RetentionRule {

    /** In the setting {@code redress.retention.<kind>} and in reports. */
    String kind();

    /** How many records have ended before this moment and still say who they are about. */
    long countEndedBefore(Instant moment);

    /**
     * Erases some of them, in one transaction, together with what hangs on them.
     *
     * @return how many; less than {@code limit} when there are no more
     */
    int eraseEndedBefore(Instant moment, int limit);
}
