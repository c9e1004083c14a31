package io.redress.common.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RenamedSettingsTest {

    private static final int DEFAULTS = 250;
    private static final int ENVIRONMENT = 300;
    private static final String NEW = "redress.limits.body-timeout";
    private static final String OLD = "redress.limits.patience";

    private static SmallRyeConfig config(Map<String, String> defaults, Map<String, String> environment) {
        return new SmallRyeConfigBuilder()
                .withSources(
                        new PropertiesConfigSource(defaults, "defaults", DEFAULTS),
                        new PropertiesConfigSource(environment, "environment", ENVIRONMENT))
                .addDefaultInterceptors()
                .withInterceptors(new RenamedSettings())
                .build();
    }

    @Test
    void the_old_name_overrides_the_default() {
        assertThat(config(Map.of(NEW, "20s"), Map.of(OLD, "5s")).getValue(NEW, String.class))
                .isEqualTo("5s");
    }

    @Test
    void the_new_name_overrides_the_old_name() {
        assertThat(config(Map.of(), Map.of(NEW, "20s", OLD, "5s")).getValue(NEW, String.class))
                .isEqualTo("20s");
        assertThat(config(Map.of(OLD, "5s"), Map.of(NEW, "20s")).getValue(NEW, String.class))
                .isEqualTo("20s");
    }

    @Test
    void the_old_name_is_listed_under_its_new_name() {
        var names = new HashSet<String>();
        config(Map.of(), Map.of(OLD, "5s")).getPropertyNames().forEach(names::add);
        assertThat(names).contains(NEW).doesNotContain(OLD);
    }

    @Test
    void settings_and_guide_use_the_new_names_only() throws IOException {
        var settings = Files.readString(Path.of("src/main/resources/application.properties"))
                + Files.readString(Path.of("src/docs/operations.md"))
                + Files.readString(Path.of("src/main/java/io/redress/Command.java"));
        assertThat(RenamedSettings.OLD_NAMES).allSatisfy((name, oldName) -> {
            assertThat(settings).contains(name.substring(name.lastIndexOf('.') + 1));
            assertThat(settings).doesNotContainPattern(oldName.replace(".", "\\.") + "(?![\\w-])");
        });
    }
}
