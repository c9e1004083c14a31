package io.redress;

import io.redress.testing.Journeys;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Accessibility of every screen, for users with low vision or without a mouse: in Chromium, against the packaged
 * demonstration year. The longest integration test; they run in order of name, so it starts first.
 */
class EveryScreenIT {

    @Test
    void every_screen_is_accessible(@TempDir Path folder) throws Exception {
        Journeys.travel(folder, "every-screen");
    }
}
