package io.redress;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.testing.PackagedService;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Third-party software in the package: the bill of materials and the licence texts, as delivered. */
class ThirdPartyIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path PROGRAM = Path.of("target/quarkus-app/app/redress.jar");

    /** What npm installs for the client, without its build tools, as {@code name@version}. */
    private static Set<String> shipped(String folder) throws IOException {
        var shipped = new HashSet<String>();
        JSON.readTree(Path.of(folder, "package-lock.json").toFile())
                .path("packages")
                .properties()
                .forEach(entry -> {
                    var isTool = entry.getValue().has("dev") || entry.getValue().has("devOptional");
                    if (!entry.getKey().isEmpty() && !isTool) {
                        var name = entry.getKey().replaceFirst(".*node_modules/", "");
                        shipped.add(
                                name + "@" + entry.getValue().path("version").asText());
                    }
                });
        return shipped;
    }

    private static String inThePackage(String name) throws IOException {
        try (var jar = new ZipFile(PROGRAM.toFile());
                var text = jar.getInputStream(jar.getEntry(name))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void the_bill_of_materials_lists_java_libraries_npm_packages_and_typefaces_with_their_licences()
            throws IOException {
        var bill = JSON.readTree(Path.of("target/redress-sbom.json").toFile());
        assertThat(bill.path("bomFormat").asText()).isEqualTo("CycloneDX");
        var listed = new HashSet<String>();
        for (var component : bill.path("components")) {
            assertThat(listed.add(component.path("bom-ref").asText()))
                    .as(component.path("bom-ref").asText())
                    .isTrue();
            if (component.path("purl").asText().startsWith("pkg:npm/")) {
                assertThat(component.path("licenses")).as(component.toString()).isNotEmpty();
                assertThat(component.path("hashes")).as(component.toString()).isNotEmpty();
            }
        }
        assertThat(listed)
                .containsAll(shipped("src/main/webui"))
                .containsAll(shipped("src/main/fonts"))
                .anyMatch(reference -> reference.startsWith("pkg:maven/org.postgresql/postgresql@"))
                .noneMatch(reference -> reference.startsWith("vite@") || reference.startsWith("eslint@"));
        assertThat(references(bill)).isSubsetOf(listed);
    }

    /** All components that others depend on. */
    private static Set<String> references(JsonNode bill) {
        var references = new HashSet<String>();
        bill.path("dependencies")
                .forEach(each -> each.path("dependsOn").forEach(other -> references.add(other.asText())));
        return references;
    }

    @Test
    void the_package_carries_the_licence_texts_of_the_web_client_and_of_the_typefaces() throws IOException {
        assertThat(inThePackage("META-INF/resources/licenses.txt"))
                .contains(
                        "react-dom 19",
                        "antd 6",
                        "echarts 6",
                        "@tanstack/react-query 5",
                        "noto-serif-sc",
                        "noto-sans-sc")
                .contains("Copyright (c) Meta Platforms, Inc. and affiliates.")
                .contains("The above copyright notice and this permission notice shall be included")
                .contains("Apache License", "SIL OPEN FONT LICENSE Version 1.1")
                .doesNotContain("undefined", "eslint ");
        assertThat(inThePackage("META-INF/THIRD-PARTY.txt")).contains("org.postgresql:postgresql");
    }

    @Test
    void the_service_serves_the_licence_texts_without_sign_in(@TempDir Path folder) throws Exception {
        try (var service = PackagedService.in(folder)
                .environment("REDRESS_ADMIN_PASSWORD", "a password for tests 1")
                .start()) {
            var request = HttpRequest.newBuilder(service.uri("/licenses.txt")).build();
            var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("text/plain");
            assertThat(answer.body()).isEqualTo(inThePackage("META-INF/resources/licenses.txt"));
        }
    }
}
