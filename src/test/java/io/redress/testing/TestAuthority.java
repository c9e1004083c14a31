package io.redress.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * Test certificates for mail servers, both self-signed for {@code localhost}: one that the service trusts, as an
 * office's own, and one that it does not.
 */
public class TestAuthority implements QuarkusTestResourceLifecycleManager {

    private static final String PASSWORD = "changeit";

    private static final Path FOLDER =
            Path.of("target", "test-tls", UUID.randomUUID().toString()).toAbsolutePath();

    @Override
    public Map<String, String> start() {
        make("office");
        make("stranger");
        return Map.of(
                "quarkus.tls.mail.trust-store.pem.certs",
                FOLDER.resolve("office.pem").toString());
    }

    @Override
    public void stop() {
        // the files are below target
    }

    /** The context of a server with the trusted certificate. */
    public static SSLContext office() {
        return context("office");
    }

    /** The context of a server with a certificate that nobody trusts. */
    public static SSLContext stranger() {
        return context("stranger");
    }

    private static void make(String name) {
        try {
            Files.createDirectories(FOLDER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        keytool(name, List.of("-genkeypair", "-keyalg", "EC", "-dname", "CN=" + name, "-ext", "san=dns:localhost"));
        keytool(
                name,
                List.of(
                        "-exportcert",
                        "-rfc",
                        "-file",
                        FOLDER.resolve(name + ".pem").toString()));
    }

    private static void keytool(String name, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(arguments);
        command.addAll(List.of("-alias", name, "-storetype", "PKCS12", "-storepass", PASSWORD));
        command.addAll(List.of("-keystore", FOLDER.resolve(name + ".p12").toString()));
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes());
            if (process.waitFor() != 0) {
                throw new IllegalStateException(said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SSLContext context(String name) {
        try (var file = Files.newInputStream(FOLDER.resolve(name + ".p12"))) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(file, PASSWORD.toCharArray());
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, PASSWORD.toCharArray());
            var context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
