package io.redress.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The audit log sees only what Hibernate writes. Each class that writes by SQL states in {@code @SqlWrites} what the
 * audit log has instead.
 */
class SqlWritesTest {

    private static final Path SOURCES = Path.of("src/main/java/io/redress");

    private static final Pattern WRITING = Pattern.compile(
            "\\b(insert into|update|delete from) [a-z_]+ (set|where|\\()" + "|\\b(update|delete)\\(\\s*\"|\"update \"");

    private static final Pattern SAYS_SO = Pattern.compile("@SqlWrites\\(\\s*\"[^\"]");

    /** Migrations run before the service accepts requests. */
    private static final Pattern MIGRATION = Pattern.compile("V\\d+__\\w+\\.java");

    @Test
    void a_class_that_writes_with_sql_has_the_SqlWrites_annotation() throws IOException {
        assertThat(sources(WRITING)).hasSizeGreaterThan(20).containsExactlyElementsOf(sources(SAYS_SO));
    }

    private static Set<String> sources(Pattern pattern) throws IOException {
        var found = new TreeSet<String>();
        try (var files = Files.walk(SOURCES)) {
            for (var file : files.filter(SqlWritesTest::isSource).toList()) {
                if (pattern.matcher(Files.readString(file)).find()) {
                    found.add(SOURCES.relativize(file).toString().replace('\\', '/'));
                }
            }
        }
        return found;
    }

    private static boolean isSource(Path path) {
        var name = path.getFileName().toString();
        return name.endsWith(".java") && !MIGRATION.matcher(name).matches();
    }
}
