package io.redress.bulletin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * LibreOffice, which renders documents as in an office. It converts all documents in one run, with its own profile, and
 * with free fonts in place of the others.
 */
final class Office {

    /** Free fonts of the same width where it matters: a Chinese character is as wide as it is high. */
    private static final String FONTS = """
            <?xml version="1.0"?>
            <!DOCTYPE fontconfig SYSTEM "fonts.dtd">
            <fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include>%s</fontconfig>
            """.formatted(alias("方正小标宋简体", "Noto Serif CJK SC")
            + alias("仿宋_GB2312", "Noto Serif CJK SC")
            + alias("楷体_GB2312", "Noto Serif CJK SC")
            + alias("宋体", "Noto Serif CJK SC")
            + alias("黑体", "Noto Sans CJK SC"));

    private static final int SECONDS = 180;

    private Office() {}

    /** Required in CI; elsewhere the tests are skipped without it. */
    static void demand() {
        var isInstalled = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "soffice")));
        if ("true".equals(System.getenv("CI"))) {
            assertThat(isInstalled).as("LibreOffice is installed").isTrue();
        }
        assumeTrue(isInstalled, "LibreOffice is not installed");
    }

    /** Converts the documents to another file type, under the same names. */
    static Map<String, byte[]> converted(Map<String, byte[]> documents, String kind, Path folder)
            throws IOException, InterruptedException {
        var results = Files.createDirectories(folder.resolve(kind));
        var command = new ArrayList<>(List.of(
                "soffice",
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                kind,
                "--outdir",
                results.toString()));
        for (var document : documents.entrySet()) {
            var file = folder.resolve(document.getKey() + ".docx");
            Files.write(file, document.getValue());
            command.add(file.toString());
        }
        run(command, folder);
        var converted = new LinkedHashMap<String, byte[]>();
        for (var name : documents.keySet()) {
            converted.put(name, Files.readAllBytes(results.resolve(name + "." + kind)));
        }
        return converted;
    }

    private static void run(List<String> command, Path folder) throws IOException, InterruptedException {
        var log = folder.resolve("soffice.log");
        var fonts = Files.writeString(folder.resolve("fonts.conf"), FONTS);
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("FONTCONFIG_FILE", fonts.toString());
        var office = builder.start();
        if (!office.waitFor(SECONDS, TimeUnit.SECONDS)) {
            office.descendants().forEach(ProcessHandle::destroyForcibly);
            office.destroyForcibly();
        }
        assertThat(office.waitFor()).as(Files.readString(log)).isZero();
    }

    private static String alias(String office, String free) {
        return ("<match target=\"pattern\"><test name=\"family\"><string>%s</string></test>"
                        + "<edit name=\"family\" mode=\"assign\" binding=\"same\"><string>%s</string></edit></match>")
                .formatted(office, free);
    }
}
