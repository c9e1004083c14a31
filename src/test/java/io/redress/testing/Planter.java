package io.redress.testing;

import java.util.List;

/**
 * Puts values nobody could hit upon by chance into the records of one feature, as those who record them do. Whoever may not know
 * of them is then searched for them everywhere; the person they are about must find them in the own extract.
 */
public interface Planter {

    /** What the audit log tells when both cases are planted, each as operation, effect and kind of record. */
    List<String> audited();

    /** Of a person whose case runs, or of the platform, the week or the branch that the ground has. */
    void plant(Ground ground);

    /** What goes on after {@link #plant} while the case runs. */
    default void goOn(Ground ground) {}

    /** How it ends with the case. */
    default void end(Ground ground) {}
}
