package io.redress.signin;

import io.redress.account.AccessToken;
import io.redress.common.web.ClientAddresses;
import io.redress.token.BrowserCookie;
import io.vertx.ext.web.RoutingContext;

/**
 * The origin of a sign-in request.
 *
 * @param address of IPv6 only the network
 * @param cookie the device cookie, or null
 */
public record SignInOrigin(String address, String cookie, AccessToken.Device device) {

    static SignInOrigin of(RoutingContext http) {
        return new SignInOrigin(
                ClientAddresses.countedFor(http),
                BrowserCookie.DEVICE.read(http),
                AccessToken.Device.of(http.request().getHeader("User-Agent")));
    }
}
