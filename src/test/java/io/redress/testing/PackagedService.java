package io.redress.testing;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * The packaged program in its own process, which a test can kill. Its folder has its {@code data/} and its output
 * ({@code output.txt}); another start in the same folder is the same installation.
 */
public final class PackagedService implements AutoCloseable {

    private static final Path PROGRAM = Path.of("target/quarkus-app/quarkus-run.jar");
    private static final Path OPTIONS = PROGRAM.resolveSibling("redress.options");

    /** The program's own is small, for offices with little memory; tests would collect garbage a sixth of their time. */
    private static final List<String> YOUNG_GENERATION = List.of("-Xms384m", "-Xmn256m");

    private static final Pattern PORT_IN_USE =
            Pattern.compile("Address already in use|already bound|to be in use by another process");
    private static final String READY = "ready";
    private static final int KILLED = 128 + 9;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final Process process;
    private final Path folder;
    private final int port;

    private PackagedService(Process process, Path folder, int port) {
        this.process = process;
        this.folder = folder;
        this.port = port;
    }

    public static Launch in(Path folder) {
        return new Launch(folder);
    }

    /** Settings for a start. */
    public static final class Launch {

        private final Path folder;
        private final Map<String, String> environment = new HashMap<>();
        private final List<String> properties = new ArrayList<>();
        private boolean unpacks;

        private Launch(Path folder) {
            this.folder = folder;
        }

        public Launch environment(String name, String value) {
            environment.put(name, value);
            return this;
        }

        public Launch property(String name, String value) {
            properties.add("-D" + name + "=" + value);
            return this;
        }

        /** A JVM option; it overrides the program's own options. */
        public Launch javaOption(String option) {
            properties.add(option);
            return this;
        }

        /** Lets it unpack its PostgreSQL itself, as the first start of an installation does. */
        public Launch unpacking() {
            unpacks = true;
            return this;
        }

        /** Starts it and waits until it is ready; retries once if another process took its port meanwhile. */
        public PackagedService start() throws IOException, InterruptedException {
            var before = Files.exists(output(folder)) ? Files.readString(output(folder)) : "";
            try {
                return startOnce();
            } catch (IllegalStateException e) {
                var said = Files.readString(output(folder)).substring(before.length());
                if (!PORT_IN_USE.matcher(said).find()) {
                    throw e;
                }
                // Removes the output of the failed start, because tests check the output for errors.
                Files.writeString(output(folder), before);
                return startOnce();
            }
        }

        private PackagedService startOnce() throws IOException, InterruptedException {
            var service = startWithoutWaiting();
            try {
                service.awaitReady();
                UnpackedServer.keepThatOf(folder);
                return service;
            } catch (IllegalStateException e) {
                service.close();
                throw e;
            }
        }

        /** Runs a command of the program instead of the service. */
        public PackagedService run(String command) throws IOException {
            return launch(command);
        }

        /** Starts it without a check, for example to see it refuse. */
        public PackagedService startWithoutWaiting() throws IOException {
            return launch();
        }

        private PackagedService launch(String... arguments) throws IOException {
            if (arguments.length == 0 && !unpacks) {
                UnpackedServer.putInto(folder);
            }
            var port = freePort();
            var command = new ArrayList<String>();
            command.add(ProcessHandle.current().info().command().orElse("java"));
            command.add("@" + OPTIONS.toAbsolutePath());
            command.addAll(YOUNG_GENERATION);
            command.add("-Dquarkus.http.port=" + port);
            command.add("-Dquarkus.http.host=127.0.0.1");
            command.add("-Dquarkus.management.port=0");
            command.addAll(properties);
            command.add("-jar");
            command.add(PROGRAM.toAbsolutePath().toString());
            command.addAll(List.of(arguments));
            var builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(output(folder).toFile()));
            builder.environment().putAll(environment);
            return new PackagedService(builder.start(), folder, port);
        }
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    public long pid() {
        return process.pid();
    }

    /** Standard output and error of all starts in this folder. */
    public String output() throws IOException {
        return Files.readString(output(folder));
    }

    /** Kills the program, like a power cut. Its database lives on, as after any {@code kill -9}. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Sends SIGTERM, as service supervisors do, and returns the exit code. */
    public int terminate() throws InterruptedException {
        process.destroy();
        return awaitExit();
    }

    public int awaitExit() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("it does not end");
        }
        return process.exitValue();
    }

    /** Ends it. Also ends its database if the program was killed and nothing was started in the folder since. */
    @Override
    public void close() throws IOException, InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            kill();
        }
        var pidFile = folder.resolve("data/database/postmaster.pid");
        if (process.exitValue() == KILLED && Files.exists(pidFile)) {
            ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile).get(0))).ifPresent(ProcessHandle::destroy);
        }
    }

    /** Waits for a loading demonstration as long as it loads: on a busy machine a year takes long. */
    private void awaitReady() throws IOException, InterruptedException {
        var deadline = Instant.now().plus(PATIENCE);
        for (var health = health(); !health.equals(READY); health = health()) {
            if (health.contains("LOADING")) {
                deadline = Instant.now().plus(PATIENCE);
            }
            if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("it does not become ready:\n" + output());
            }
            Thread.sleep(100);
        }
    }

    /** The response of the readiness check; empty while the service does not listen. */
    private String health() throws InterruptedException {
        var request = HttpRequest.newBuilder(uri("/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 ? READY : answer.body();
        } catch (IOException notYetListening) {
            return "";
        }
    }

    private static Path output(Path folder) {
        return folder.resolve("output.txt");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
