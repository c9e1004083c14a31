package io.redress.seed;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testing.DemonstrationYear;
import io.redress.testing.PackagedService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's walk-through, run as printed against the packaged demonstration. */
class WalkThroughIT {

    private static final Pattern SHELL = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

    private static String walkThrough() throws IOException {
        var readme = Files.readString(Path.of("README.md"));
        var from = readme.indexOf("## A walk through");
        return SHELL.matcher(readme.substring(from, readme.indexOf("## Test it", from)))
                .results()
                .map(block -> block.group(1))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void the_walk_through_succeeds_after_an_interrupted_load_of_the_demonstration(@TempDir Path folder)
            throws IOException, InterruptedException {
        DemonstrationYear.copyTo(folder);
        try (var service =
                PackagedService.in(folder).property("redress.demo", "true").start()) {
            var output = folder.resolve("walk-through.txt");
            var shell = new ProcessBuilder("bash", "-euo", "pipefail", "-c", walkThrough())
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            shell.environment().put("REDRESS", service.uri("").toString());
            var exit = shell.start().waitFor();
            var said = Files.readString(output);
            assertThat(exit).as(said).isZero();
            assertThat(said)
                    .contains("48800.00", "陈示例 445102********0018", "ACTIVE")
                    .contains("REGISTERED 0 + 1 - 0 = 1", "ATTENTION_LEVEL_2 0 + 1 - 0 = 1")
                    .contains("本周新增登记1人，较上周增加1人，累计1人。")
                    .contains("2021-10-01 2021-12-31 280 + 30 - 1 = 309")
                    .contains("SUBMITTED", "REVIEWED")
                    .contains("\n13800138000\n", "CONTACT_THE_PERSON")
                    .containsPattern("(?m)^true\\R\\d{4,} entries$")
                    .containsPattern("(?m)^true$[\\s\\S]*^true$");
            assertThat(Files.readString(folder.resolve("slip.html"))).contains("肆万捌仟捌佰元整");
            assertThat(textOf(folder.resolve("bulletin.docx"))).contains("共信赢", "第1期", "本周新增登记1人");
            assertThat(digests(said)).hasSize(2).containsOnly(digests(said).get(0));
            assertThat(service.output()).contains("clerk", "demo-clerk-2021");
        }
    }

    /** The digest in the bulletin, and the digest of the downloaded content. */
    private static List<String> digests(String said) {
        return Pattern.compile("\\b[0-9a-f]{64}\\b")
                .matcher(said)
                .results()
                .map(found -> found.group())
                .toList();
    }

    private static String textOf(Path docx) throws IOException {
        try (var file = Files.newInputStream(docx);
                var document = new XWPFDocument(file);
                var text = new XWPFWordExtractor(document)) {
            return text.getText();
        }
    }
}
