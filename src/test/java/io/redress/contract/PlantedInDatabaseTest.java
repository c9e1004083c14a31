package io.redress.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.testing.Dump;
import io.redress.testing.Ground;
import io.redress.testing.Secret;
import io.redress.testing.TestDatabase;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A dump of the database has no word that was planted about a person, except where it is said why. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PlantedInDatabaseTest {

    /** An office, a number of ours, and the trial feature. */
    private static final Set<String> IN_CLEAR = Set.of("报案机关", "登记编号", "来访情况");

    @Inject
    Planting planting;

    @Inject
    Dump dump;

    private List<Secret> plant() {
        return Stream.of(planting.running(), planting.ended())
                .flatMap(planted -> planted.secrets().stream())
                .filter(Secret::staysInArea)
                .toList();
    }

    @Test
    void no_table_has_personal_data_in_clear() throws Exception {
        var secrets = plant();
        var found = new TreeSet<String>();
        for (var table : dump.tables()) {
            var text = dump.of(table);
            found(text, secrets, Secret::value).forEach(what -> found.add(table + " " + what));
        }
        assertThat(found).contains("registration 登记编号").allMatch(place -> IN_CLEAR.contains(place.split(" ")[1]));
        assertThat(secrets)
                .extracting(Secret::what)
                .contains("姓名", "代理人", "业务员", "备注", "撤回原因", "变更原因", "材料名", "材料字节", "重点关注情况说明", "回执");
    }

    /** Indexes, temporary files and the write-ahead log, too. */
    @Test
    void no_file_of_the_server_has_personal_data_in_clear() throws Exception {
        var firstLog = dump.lastLog();
        var secrets = plant().stream()
                .filter(secret -> secret.value().contains(Ground.MARK))
                .toList();
        var found = new TreeSet<String>();
        for (var file : dump.files(firstLog)) {
            var bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
            if (bytes.contains(asBytes(Ground.MARK))) {
                found.addAll(found(bytes, secrets, secret -> asBytes(secret.value())));
            }
        }
        assertThat(found).contains("报案机关").isSubsetOf(IN_CLEAR);
    }

    /** The bytes of the text as PostgreSQL writes it, one in each char. */
    private static String asBytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static List<String> found(String content, List<Secret> secrets, Function<Secret, String> form) {
        return secrets.stream()
                .filter(secret -> content.contains(form.apply(secret)))
                .map(Secret::what)
                .toList();
    }
}
