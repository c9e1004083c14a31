package io.redress.testing;

import java.util.List;

/**
 * Plants unique values in the records of one feature, through the API. The test then searches every response for values
 * that the caller must not see. The person whom the values describe must find them in the person's own extract.
 */
public interface Planter {

    /** The audit log after both cases are planted: operation, effect and kind of record of each entry. */
    List<String> audited();

    /** Plants values about a person with an open case, or about the platform, week or branch on the ground. */
    void plant(Ground ground);

    /** Continues after {@link #plant} while the case is open. */
    default void goOn(Ground ground) {}

    /** Closes what belongs to the case. */
    default void end(Ground ground) {}
}
