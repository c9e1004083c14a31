package io.redress.area;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.TestTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.testing.TestDatabase;
import jakarta.inject.Inject;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class CountyTest {

    @Inject
    County ours;

    @Test
    @TestTransaction
    void the_county_is_named_as_district_or_county_by_its_kind() {
        assertThat(ours.ours()).isEqualTo("我区");
        assertThat(new County("445122000000", Optional.empty()).ours()).isEqualTo("我县");
    }

    @Test
    @TestTransaction
    void the_other_counties_of_the_city_resolve_to_outside() {
        var raoping = new Addresses(new County("445122000000", Optional.empty()));
        assertThat(raoping.resolve("潮州市湘桥区太平街道").orElseThrow().area().code).isEqualTo(Area.OUTSIDE);
        assertThat(raoping.resolve("潮安县庵埠镇").orElseThrow().area().code).isEqualTo(Area.OUTSIDE);
        assertThat(raoping.resolve("枫溪区"))
                .as("no area is called so, and no setting names it")
                .isEmpty();
    }
}
