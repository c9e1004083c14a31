package io.redress.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.testing.Bulletining;
import io.redress.testing.People;
import io.redress.testing.Register;
import io.redress.testing.TestDatabase;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real browser shows our pages under their policies without errors. Skipped without Chromium. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class BrowserTest {

    private static final List<String> OPTIONS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--no-first-run",
            "--enable-logging=stderr",
            "--virtual-time-budget=20000",
            "--dump-dom");

    @Inject
    People people;

    @Inject
    Register register;

    @Inject
    Bulletining bulletins;

    @TestHTTPResource("/")
    URI root;

    @TempDir
    Path folder;

    /** The DOM that the browser made of a page, and its console messages. */
    private record Shown(String dom, String console) {}

    private Shown show(String address) throws IOException, InterruptedException {
        var chromium = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .filter(program -> Files.isExecutable(Path.of(program)))
                .findFirst();
        assumeTrue(chromium.isPresent(), "no Chromium here");
        var dom = folder.resolve("dom.html");
        var console = folder.resolve("console.txt");
        var command = Stream.of(
                        Stream.of(chromium.get()),
                        OPTIONS.stream(),
                        Stream.of(
                                "--user-data-dir=" + folder.resolve("profile"),
                                root.resolve(address).toString()))
                .flatMap(part -> part)
                .toList();
        var browser = new ProcessBuilder(command)
                .redirectOutput(dom.toFile())
                .redirectError(console.toFile())
                .start();
        try {
            assertThat(browser.waitFor(5, TimeUnit.MINUTES))
                    .as("Chromium ended")
                    .isTrue();
        } finally {
            browser.destroyForcibly();
        }
        return new Shown(Files.readString(dom), Files.readString(console));
    }

    /** Swagger UI warns of features that it will drop. */
    private static void assertNoComplaint(Shown shown) {
        assertThat(shown.console().lines().filter(line -> line.contains(":CONSOLE")))
                .allMatch(line -> line.contains("\"Warning: ") && line.contains("unsupported in v4.0"));
    }

    @Test
    void the_api_documentation_works_in_the_browser() throws Exception {
        var shown = show("/q/swagger-ui/#/registrations/registration_register");
        assertThat(shown.dom()).contains("受理登记", "opblock-tag", "opblock-body", "Try it out", "Redress");
        assertNoComplaint(shown);
    }

    @Test
    void the_browser_shows_a_slip_without_policy_violations() throws Exception {
        var registration = register.register(register.platform());
        var slip = people.clerk().get("/api/v1/registrations/" + registration.getString("id") + "/slip");
        var shown = showAsServed(slip);
        assertThat(shown.dom()).contains("受理登记回执", registration.getString("number"));
        assertNoComplaint(shown);
        // The web client prints it from a frame; scripts stay forbidden.
        assertThat(slip.header("Content-Security-Policy")).endsWith("; sandbox allow-same-origin allow-modals");
    }

    @Test
    void the_browser_shows_a_bulletin_without_policy_violations() throws Exception {
        var platform = register.platform();
        var id = bulletins.draftOfNewWeek(platform);
        var page = people.clerk().get(Bulletining.BULLETINS + "/" + id + ".html");
        var shown = showAsServed(page);
        assertThat(shown.dom()).contains("一、基本情况", "data:image/png");
        assertNoComplaint(shown);
        assertThat(page.header("Content-Security-Policy")).endsWith("; sandbox");
    }

    private Shown showAsServed(Response page) throws IOException, InterruptedException {
        Probe.page = page.asString();
        assertThat(page.header("Content-Security-Policy")).startsWith(Probe.policy());
        return show("/api/probe/page");
    }

    @Test
    void the_browser_reports_policy_violations() throws Exception {
        Probe.page = "<!DOCTYPE html><title>x</title><p style=\"color: red\" onclick=\"x()\">x</p><script>x()</script>";
        var shown = show("/api/probe/page");
        assertThat(shown.console()).contains(":CONSOLE", "Content Security Policy");
    }
}
