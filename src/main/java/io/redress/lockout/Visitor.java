package io.redress.lockout;

import io.redress.common.text.Digests;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

/**
 * Who tries a password, and how well they are known.
 *
 * @param accountId whose name it is, or null if nobody's
 * @param deviceId the browser, if this account has signed in with it, else null
 * @param addressIsKnown whether this account has signed in from the address of late
 */
public record Visitor(String username, UUID accountId, String address, UUID deviceId, boolean addressIsKnown) {

    /** The lanes this try is counted in, with what stands for each in the database. */
    Map<Lane, String> lanes() {
        var lanes = new EnumMap<Lane, String>(Lane.class);
        if (deviceId != null) {
            lanes.put(Lane.DEVICE, digest(Lane.DEVICE, deviceId.toString()));
            return lanes;
        }
        lanes.put(Lane.NAME_AND_ADDRESS, digest(Lane.NAME_AND_ADDRESS, username + "\n" + address));
        if (!addressIsKnown) {
            lanes.put(Lane.NAME, digest(Lane.NAME, username));
        }
        lanes.put(Lane.ADDRESS, digest(Lane.ADDRESS, address));
        return lanes;
    }

    private static String digest(Lane lane, String what) {
        return Digests.sha256(lane + "\n" + what);
    }
}
