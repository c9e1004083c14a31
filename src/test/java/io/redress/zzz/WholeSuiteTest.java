package io.redress.zzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.testing.Dump;
import io.redress.testing.Register;
import io.redress.testing.Sent;
import io.redress.testing.TestDatabase;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/**
 * Runs after all other tests of the same start, because of its package name, and searches for the personal data that
 * they sent: in the log, in the metrics (their labels have paths), and in a dump of the database. Alone it searches for
 * what it sent itself. Classes with a profile run later, each profile with its own start and database: not searched.
 */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class WholeSuiteTest {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{7,}[0-9Xx]?");

    @Inject
    Register register;

    @Inject
    Dump dump;

    @ConfigProperty(name = "quarkus.log.file.path")
    Path log;

    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;

    @Test
    void no_personal_data_of_the_tests_is_in_clear_in_log_metrics_or_database() throws Exception {
        register.register(register.platform());
        var sent = Sent.values();
        assertThat(sent).hasSizeGreaterThanOrEqualTo(2);
        var leaks = new TreeMap<String, Set<String>>();
        search(log.toString(), Files.readString(log), sent, leaks);
        search("metrics", scraped(), sent, leaks);
        for (var table : dump.tables()) {
            search(table, dump.of(table), sent, leaks);
        }
        assertThat(leaks).isEmpty();
    }

    /** The search finds masked or unencrypted values, so it would find the others. */
    @Test
    void the_search_finds_known_values_in_the_dump_and_the_log() throws Exception {
        var view = register.register(register.platform());
        assertThat(dump.of("registration")).contains(view.getString("number"));
        assertThat(dump.of("investor")).contains(view.getString("investor.id"));
        assertThat(Files.readString(log)).contains("Installed features");
        assertThat(scraped()).contains("/api/v1/registrations");
        var leaks = new TreeMap<String, Set<String>>();
        search("a line", "13800138000 lives at 开元路12号", Set.of("13800138000", "开元路12号", "other"), leaks);
        assertThat(leaks).containsEntry("a line", Set.of("13800138000", "开元路12号"));
    }

    /** Looks up numbers run by run, because there are thousands; searches for the few other values. */
    private static void search(String place, String text, Set<String> sent, TreeMap<String, Set<String>> leaks) {
        var numbers = sent.stream().filter(NUMBER.asMatchPredicate()).collect(Collectors.toSet());
        var found = new TreeSet<String>();
        NUMBER.matcher(text)
                .results()
                .map(run -> run.group())
                .filter(numbers::contains)
                .forEach(found::add);
        sent.stream()
                .filter(value -> !numbers.contains(value))
                .filter(text::contains)
                .forEach(found::add);
        if (!found.isEmpty()) {
            leaks.put(place, found);
        }
    }

    private String scraped() throws IOException {
        try (var body = metrics.openStream()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
