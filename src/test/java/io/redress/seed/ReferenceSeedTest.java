package io.redress.seed;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.TestTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.area.Area;
import io.redress.testing.TestDatabase;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ReferenceSeedTest {

    private static final String VILLAGE = "445102007200";

    @Inject
    ReferenceSeed seed;

    @Test
    @TestTransaction
    void a_missing_area_is_loaded_again_and_a_changed_area_is_kept() {
        var areas = Area.count();
        Area.deleteById(VILLAGE);
        Area.update("name = '下津社区居民委员会' where code = '445102007201'");
        assertThat(Area.count()).isEqualTo(areas - 1);

        seed.load(new StartupEvent());

        assertThat(Area.count()).isEqualTo(areas);
        Area.getEntityManager().clear();
        assertThat(Area.<Area>findById(VILLAGE).name).isEqualTo("下津村民委员会");
        assertThat(Area.<Area>findById("445102007201").name).isEqualTo("下津社区居民委员会");
    }
}
