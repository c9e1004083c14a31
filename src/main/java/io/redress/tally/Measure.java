package io.redress.tally;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.quarkus.arc.Arc;
import io.redress.common.words.AmountLabelled;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A counted quantity (指标). Each feature defines its measures as an enum and publishes them as a {@link MeasureSource};
 * the tally itself knows none of them. 人 (persons), 人次 (times), 批次 (groups) and 件 (matters) are different measures and
 * are never added together. Amounts are in yuan.
 *
 * <p>A measure has one name, which screens, plots, workbooks and documents print. 人数 counts different persons, 人次 counts
 * a person once for each platform.
 */
@Schema(name = "Measure", type = SchemaType.STRING, description = "指标 / what is counted")
public interface Measure extends AmountLabelled {

    /** Whether the measure has a count. */
    boolean counts();

    /** Whether the measure has an amount. */
    boolean sums();

    /** The name of the count on one platform: 人数 in place of 人次 where the measure counts a person once for each platform. */
    default String zhOnOnePlatform() {
        return zh();
    }

    /** @throws IllegalArgumentException when no feature has such a measure */
    @JsonCreator
    static Measure valueOf(String name) {
        return measures().named(name).orElseThrow(() -> new IllegalArgumentException("unknown measure " + name));
    }

    private static Measures measures() {
        return Arc.container().instance(Measures.class).get();
    }
}
