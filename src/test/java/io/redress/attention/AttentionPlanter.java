package io.redress.attention;

import io.redress.testing.Ground;
import io.redress.testing.Planter;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

@Singleton
class AttentionPlanter implements Planter {

    private static final String ENTRIES = "attention-entries";

    @Override
    public List<String> audited() {
        return List.of(
                "attention_propose CREATED attentionEntry",
                "attention_approve CHANGED attentionEntry",
                "attention_decline CHANGED attentionEntry");
    }

    @Override
    public void plant(Ground ground) {
        var proposal = Map.of(
                "registrationId",
                ground.id("registrations"),
                "reason",
                "EMOTIONAL_DISTRESS",
                "level",
                2,
                "note",
                ground.person("重点关注情况说明"));
        ground.put(ENTRIES, Ground.create(ground.people().clerk(), ENTRIES, proposal));
    }

    @Override
    public void goOn(Ground ground) {
        var reviewOn = LocalDate.parse(ground.id("reporting-weeks")).plusDays(20);
        ground.post(
                ground.people().chief(),
                ENTRIES,
                "approve",
                Map.of("reviewOn", reviewOn.toString(), "note", ground.person("重点关注批注")));
    }

    @Override
    public void end(Ground ground) {
        ground.post(ground.people().chief(), ENTRIES, "decline", Map.of("reason", ground.person("重点关注不批准")));
    }
}
