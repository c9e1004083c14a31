package io.redress.tally;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.quarkus.arc.Arc;
import io.redress.common.words.AmountLabelled;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is counted. Each feature that counts has an enum of its measures and names it as a {@link MeasureSource}; the tally
 * itself knows none of them. 人 (persons), 人次 (times), 批次 (groups) and 件 (matters) are different measures and are never
 * added together. Amounts are in yuan.
 *
 * <p>A measure has one name, which screens, plots, workbooks and documents print. 人数 counts different persons, 人次 counts
 * a person once for each platform.
 */
@Schema(name = "Measure", type = SchemaType.STRING, description = "指标 / what is counted")
public interface Measure extends AmountLabelled {

    /** Whether its count means something. */
    boolean counts();

    /** Whether its amount means something. */
    boolean sums();

    /** The name of the count on one platform: 人数 in place of 人次 where the measure counts a person once for each platform. */
    default String zhOnOnePlatform() {
        return zh();
    }

    /** @throws IllegalArgumentException when no feature has such a measure */
    @JsonCreator
    static Measure valueOf(String name) {
        return measures().named(name).orElseThrow(() -> new IllegalArgumentException("no measure is called " + name));
    }

    private static Measures measures() {
        return Arc.container().instance(Measures.class).get();
    }
}
