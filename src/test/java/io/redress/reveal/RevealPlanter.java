package io.redress.reveal;

import io.redress.account.Role;
import io.redress.testing.Ground;
import io.redress.testing.Planter;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Somebody takes the person away in a list in clear, and asks for more. */
@Singleton
class RevealPlanter implements Planter {

    private static final String REQUESTS = "access-requests";

    @Override
    public List<String> audited() {
        return List.of(
                "accessRequest_askForLooks CREATED accessRequest", "accessRequest_approve CHANGED accessRequest");
    }

    @Override
    public void plant(Ground ground) {
        ground.people()
                .fresh(Role.SECTION_CHIEF)
                .body(Map.of(
                        "format", "CSV",
                        "platformId", ground.id("platforms"),
                        "inClear", Map.of("purpose", "ASSIST_AUTHORITIES")))
                .post(Ground.API + "registrations/exports")
                .then()
                .statusCode(200);
        var more = Map.of("howMany", 5, "purpose", "CONTACT_THE_PERSON");
        ground.put(REQUESTS, Ground.create(ground.people().clerk(), REQUESTS + "/looks", more));
        ground.post(ground.people().director(), REQUESTS, "approve", Map.of());
    }
}
