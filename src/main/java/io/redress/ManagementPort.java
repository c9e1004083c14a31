package io.redress;

import io.redress.common.start.StartRefused;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.eclipse.microprofile.config.Config;

/** The port for health and metrics. Quarkus would report a used port by a stack trace, after the service started. */
final class ManagementPort {

    private static final String HOST = "quarkus.management.host";
    private static final String PORT = "quarkus.management.port";

    private ManagementPort() {}

    /** @throws StartRefused if the service cannot listen on it */
    static void demandFree(Config settings) {
        if (!settings.getValue("quarkus.management.enabled", boolean.class)) {
            return;
        }
        var address = new InetSocketAddress(settings.getValue(HOST, String.class), settings.getValue(PORT, int.class));
        try (var listening = new ServerSocket()) {
            listening.bind(address);
        } catch (IOException e) {
            var where = address.getHostString() + ":" + address.getPort();
            throw StartRefused.because(
                    "管理端口 " + where + " 无法监听（" + e.getMessage() + "）；可另设 QUARKUS_MANAGEMENT_PORT",
                    "the management port " + where + " cannot be listened at (" + e.getMessage()
                            + "); set QUARKUS_MANAGEMENT_PORT to another one");
        }
    }
}
