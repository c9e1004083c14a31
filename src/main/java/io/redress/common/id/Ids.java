package io.redress.common.id;

import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** Names of records, in the order of their making (RFC 9562, version 7). */
public final class Ids {

    private Ids() {}

    /** For a record that must know its name before it is stored; the others are named by Hibernate, in the same way. */
    public static UUID next() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }
}
