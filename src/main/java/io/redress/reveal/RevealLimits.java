package io.redress.reveal;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How much one account may have in clear. */
@Singleton
class RevealLimits {

    private final int looksAnHour;
    private final int looksADay;
    private final int exportsADay;
    private final int peopleAlone;

    RevealLimits(
            @ConfigProperty(name = "redress.reveals.max-per-hour") int looksAnHour,
            @ConfigProperty(name = "redress.reveals.max-per-day") int looksADay,
            @ConfigProperty(name = "redress.reveals.max-exports-per-day") int exportsADay,
            @ConfigProperty(name = "redress.reveals.max-exported-people") int peopleAlone) {
        this.looksAnHour = looksAnHour;
        this.looksADay = looksADay;
        this.exportsADay = exportsADay;
        this.peopleAlone = peopleAlone;
    }

    /** Of each kind, in any hour. */
    int looksAnHour() {
        return looksAnHour;
    }

    /** On a day, without an approval. */
    int looksADay() {
        return looksADay;
    }

    /** In any 24 hours. */
    int exportsADay() {
        return exportsADay;
    }

    /** In the lists of any 24 hours together, without an approval. */
    int peopleAlone() {
        return peopleAlone;
    }
}
