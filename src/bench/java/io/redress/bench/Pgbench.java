package io.redress.bench;

import io.redress.database.Login;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What the server does when nobody thinks between its statements. */
final class Pgbench {

    /** As many as pgbench takes. */
    static final int MOST_SCRIPTS = 128;

    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");
    private static final Pattern FAILED = Pattern.compile("number of failed transactions: (\\d+)");

    private final Path folder;
    private final Login login;
    private long begun;

    Pgbench(Path folder, Login login) {
        this.folder = folder;
        this.login = login;
    }

    /** Runs scripts in turn with this many clients. */
    Rate run(List<String> scripts, int clients, int seconds) throws IOException, InterruptedException {
        var place = Files.createTempDirectory(folder, "pgbench");
        var url = URI.create(login.url().substring("jdbc:".length()));
        // Keys of earlier runs are not used again.
        begun += 1_000_000_000L;
        var command = new ArrayList<>(List.of("pgbench", "-n", "-M", "prepared", "-l", "--log-prefix=run"));
        command.addAll(List.of("-D", "n=" + begun, "-c", "" + clients, "-j", "2", "-T", "" + seconds));
        command.addAll(List.of(
                "-h", url.getHost(), "-p", url.getPort() < 0 ? "5432" : "" + url.getPort(), "-U", login.username()));
        for (var i = 0; i < scripts.size(); i++) {
            command.add("-f");
            command.add(
                    Files.writeString(place.resolve(i + ".sql"), scripts.get(i)).toString());
        }
        command.add(url.getPath().substring(1));
        var said = Tool.run(place, Map.of("PGPASSWORD", login.password()), command);
        var millis = millis(place);
        return new Rate(
                Double.parseDouble(group(RATE, said)),
                millis[millis.length / 2],
                millis[millis.length * 99 / 100],
                Long.parseLong(group(FAILED, said)));
    }

    private static String group(Pattern pattern, String said) {
        var found = pattern.matcher(said);
        if (!found.find()) {
            throw new IllegalStateException(said);
        }
        return found.group(1);
    }

    /** How long each took, in order. */
    private static double[] millis(Path place) throws IOException {
        try (var logs = Files.newDirectoryStream(place, "run.*")) {
            var all = new ArrayList<String>();
            for (var log : logs) {
                all.addAll(Files.readAllLines(log));
            }
            return all.stream()
                    .mapToDouble(line -> Long.parseLong(line.split(" ")[2]) / 1000.0)
                    .sorted()
                    .toArray();
        }
    }
}
