package io.redress.seed;

import io.redress.testing.Journeys;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** End-to-end tests of the users' work, in Chromium, against the packaged program with its demonstration year. */
class JourneysIT {

    @Test
    void all_journeys_succeed(@TempDir Path folder) throws Exception {
        Journeys.travel(folder, "journeys");
    }
}
