package io.redress;

import io.redress.testing.Journeys;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every screen as those see it who see badly or use no mouse: in Chromium, before the packaged program with its demonstration
 * year. The longest of the integration tests, which run in the order of their names: it begins first.
 */
class EveryScreenIT {

    @Test
    void every_screen_is_for_everybody(@TempDir Path folder) throws Exception {
        Journeys.travel(folder, "every-screen");
    }
}
