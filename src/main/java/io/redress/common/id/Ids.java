package io.redress.common.id;

import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** Ids of records: UUIDs that sort by time of creation (RFC 9562, version 7). */
public final class Ids {

    private Ids() {}

    /** For a record that needs its id before it is stored. Hibernate generates the others in the same way. */
    public static UUID next() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }
}
