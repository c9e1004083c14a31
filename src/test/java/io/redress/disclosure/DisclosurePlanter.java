package io.redress.disclosure;

import io.redress.testing.Ground;
import io.redress.testing.Planter;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

@Singleton
class DisclosurePlanter implements Planter {

    @Override
    public List<String> audited() {
        return List.of("disclosure_record CREATED disclosure");
    }

    @Override
    public void plant(Ground ground) {
        var disclosure = Map.of(
                "kind",
                "ANNOUNCEMENT",
                "disclosedOn",
                LocalDate.parse(ground.id("reporting-weeks")).minusDays(6).toString(),
                "source",
                ground.bureau("披露人"),
                "summary",
                ground.bureau("披露内容"));
        ground.put(
                "disclosures",
                Ground.create(
                        ground.people().clerk(), "platforms/" + ground.id("platforms") + "/disclosures", disclosure));
    }
}
