package io.redress.account;

import io.vertx.ext.web.RoutingContext;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Where a request to sign in comes from.
 *
 * @param address of IPv6 the network alone, since one household has 2⁶⁴ of them
 * @param device what the browser was given when somebody last signed in with it, or null
 */
record Caller(String address, String device) {

    private static final int NETWORK_BYTES = 8;
    private static final int IPV6_BYTES = 16;

    static Caller of(RoutingContext http) {
        return new Caller(network(http.request().remoteAddress().host()), BrowserCookie.DEVICE.read(http));
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
