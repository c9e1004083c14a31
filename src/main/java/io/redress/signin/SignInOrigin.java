package io.redress.signin;

import io.redress.common.web.ClientAddresses;
import io.redress.token.BrowserCookie;
import io.vertx.ext.web.RoutingContext;

/**
 * Where a request to sign in comes from.
 *
 * @param address of IPv6 the network alone
 * @param device what the browser was given when somebody last signed in with it, or null
 */
public record SignInOrigin(String address, String device) {

    static SignInOrigin of(RoutingContext http) {
        return new SignInOrigin(ClientAddresses.countedFor(http), BrowserCookie.DEVICE.read(http));
    }
}
