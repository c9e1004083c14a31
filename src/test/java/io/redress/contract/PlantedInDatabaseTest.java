package io.redress.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.testing.Dump;
import io.redress.testing.Secret;
import io.redress.testing.TestDatabase;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A dump of the database has no word that was planted about a person, except where it is said why. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PlantedInDatabaseTest {

    /** Names are searched by their beginning; the rest is an office, a number of ours, and the trial feature. */
    private static final Set<String> IN_CLEAR = Set.of("姓名", "代理人", "业务员", "报案机关", "登记编号", "来访情况");

    @Inject
    Planting planting;

    @Inject
    Dump dump;

    @Test
    void no_table_has_personal_data_in_clear() throws Exception {
        var secrets = Stream.of(planting.running(), planting.ended())
                .flatMap(planted -> planted.secrets().stream())
                .filter(Secret::staysInArea)
                .toList();
        var found = new TreeSet<String>();
        for (var table : dump.tables()) {
            found.addAll(found(table, secrets));
        }
        assertThat(found).contains("investor 姓名").allMatch(place -> IN_CLEAR.contains(place.split(" ")[1]));
        assertThat(secrets).extracting(Secret::what).contains("备注", "撤回原因", "变更原因", "材料名", "材料字节", "重点关注情况说明", "回执");
    }

    private List<String> found(String table, List<Secret> secrets) throws Exception {
        var text = dump.of(table);
        return secrets.stream()
                .filter(secret -> text.contains(secret.value()))
                .map(secret -> table + " " + secret.what())
                .collect(Collectors.toList());
    }
}
