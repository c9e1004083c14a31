package io.redress.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A real SMTP server for the tests, and two invented recipients of every bulletin. */
public class TestMail implements QuarkusTestResourceLifecycleManager {

    public static final List<String> READERS = List.of("bangongshi@xiangqiao.example", "jinrong@xiangqiao.example");

    private static GreenMail server;

    @Override
    public Map<String, String> start() {
        var setup = new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(60_000);
        server = new GreenMail(setup);
        server.start();
        return Map.of(
                "redress.mail.host",
                "127.0.0.1",
                "redress.mail.port",
                Integer.toString(server.getSmtp().getPort()),
                "redress.mail.from",
                "redress@xiangqiao.example",
                "redress.bulletin.readers",
                String.join(",", READERS));
    }

    /** Chosen here, so that the server restarts on the same port. */
    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        server.stop();
    }

    /** Messages since the last reset. */
    public static List<MimeMessage> received() {
        return Stream.of(server.getReceivedMessages()).toList();
    }

    /** Stops the server during the work, and restarts it on the same port. */
    public static void whileDown(Runnable work) {
        server.getSmtp().stopService();
        try {
            work.run();
        } finally {
            server.reset();
        }
    }

    /** Accepts the connection of the sending thread but stays silent until the other work is done. */
    public static void whileSilent(Runnable sending, Runnable meanwhile) throws IOException, InterruptedException {
        var port = server.getSmtp().getPort();
        server.getSmtp().stopService();
        var sender = new Thread(sending, "sending");
        try (var silent = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            silent.setSoTimeout(60_000);
            sender.start();
            try (var caller = silent.accept()) {
                meanwhile.run();
            }
        } finally {
            sender.join();
            server.reset();
        }
    }
}
