package io.redress.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Sends requests as fast as they are answered. */
final class Wrk {

    private static final Pattern RESULT = Pattern.compile("RESULT (\\d+) (\\d+) (\\d+) (\\d+) (\\d+)");

    /** Counts what was not answered with success, and tells the rest in microseconds. */
    private static final String DONE = """
            function done(summary, latency)
              local e = summary.errors
              io.write(string.format("RESULT %d %d %d %d %d\\n", summary.requests, summary.duration,
                latency:percentile(50), latency:percentile(99), e.connect + e.read + e.write + e.status + e.timeout))
            end
            """;

    private final Path folder;

    Wrk(Path folder) {
        this.folder = folder;
    }

    /** Sends what a script makes up. */
    Rate run(URI base, String script, int clients, int seconds) throws IOException, InterruptedException {
        var file = Files.writeString(Files.createTempFile(folder, "wrk", ".lua"), script + DONE);
        var said = Tool.run(
                folder,
                Map.of(),
                List.of(
                        "wrk",
                        "-t2",
                        "-c" + clients,
                        "-d" + seconds + "s",
                        "--timeout=30s",
                        "-s",
                        file.toString(),
                        base.toString()));
        var found = RESULT.matcher(said);
        if (!found.find()) {
            throw new IllegalStateException(said);
        }
        var requests = Long.parseLong(found.group(1));
        return new Rate(
                requests * 1e6 / Long.parseLong(found.group(2)),
                Long.parseLong(found.group(3)) / 1000.0,
                Long.parseLong(found.group(4)) / 1000.0,
                Long.parseLong(found.group(5)));
    }

    /** Sends these requests in turn, each client beginning elsewhere. */
    static String sending(List<Request> requests, String cookie) {
        var lines = new StringBuilder("local all = {\n");
        requests.forEach(request -> lines.append("  {\"%s\", \"%s\", %s},\n"
                .formatted(request.method(), request.path(), request.body() == null ? "nil" : quoted(request.body()))));
        return lines.append("}\nlocal headers = {[\"Cookie\"] = \"")
                        .append(cookie)
                        .append("\", [\"Content-Type\"] = \"application/json\"}\n")
                + """
                local next = 0
                local threads = 0
                function setup(thread) thread:set("first", threads * 37) threads = threads + 1 end
                function init() next = first end
                function request()
                  next = next % #all + 1
                  return wrk.format(all[next][1], all[next][2], headers, all[next][3])
                end
                """;
    }

    static String quoted(String text) {
        return "[==[" + text + "]==]";
    }

    /** One request; without a body where it is null. */
    record Request(String method, String path, String body) {}
}
