package io.redress.common.web;

import io.vertx.ext.web.RoutingContext;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** IP addresses of the clients. */
public final class ClientAddresses {

    private static final int NETWORK_BYTES = 8;
    private static final int IPV6_BYTES = 16;

    private ClientAddresses() {}

    /** The key for rate limits. For IPv6 it is the /64 network, because one household has 2⁶⁴ addresses. */
    public static String countedFor(RoutingContext http) {
        return network(http.request().remoteAddress().host());
    }

    static String network(String host) {
        if (host == null || !host.contains(":")) {
            return String.valueOf(host);
        }
        try {
            var bytes =
                    InetAddress.getByName(host.replaceAll("[\\[\\]]|%.*", "")).getAddress();
            if (bytes.length == IPV6_BYTES) {
                Arrays.fill(bytes, NETWORK_BYTES, IPV6_BYTES, (byte) 0);
                return InetAddress.getByAddress(bytes).getHostAddress() + "/64";
            }
            return InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException notAnAddress) {
            return host;
        }
    }
}
