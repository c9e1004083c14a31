package io.redress.account;

import io.redress.common.web.Addresses;
import io.vertx.ext.web.RoutingContext;

/**
 * Where a request to sign in comes from.
 *
 * @param address of IPv6 the network alone
 * @param device what the browser was given when somebody last signed in with it, or null
 */
record Caller(String address, String device) {

    static Caller of(RoutingContext http) {
        return new Caller(Addresses.countedFor(http), BrowserCookie.DEVICE.read(http));
    }
}
