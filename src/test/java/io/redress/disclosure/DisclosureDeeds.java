package io.redress.disclosure;

import io.redress.testing.Deed;
import io.redress.testing.Deeds;
import io.redress.testing.Life;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

@Singleton
class DisclosureDeeds implements Deeds {

    @Override
    public List<Deed> all() {
        return List.of(
                Deed.of("DISCLOSE", 1, DisclosureDeeds::disclose),
                Deed.of("WITHDRAW_DISCLOSURE", 0, DisclosureDeeds::withdraw));
    }

    private static boolean disclose(Life life, int[] n) {
        var path = "/platforms/" + life.platform(n[0]) + "/disclosures";
        var answer = life.world()
                .clerk()
                .post(
                        path,
                        Map.of("kind", "ANNOUNCEMENT", "disclosedOn", "2021-12-01", "source", "总部", "summary", "x"));
        if (answer.isDone()) {
            life.know("disclosures", path + "/" + answer.id());
        }
        return answer.isDone();
    }

    private static boolean withdraw(Life life, int[] n) {
        return life.any("disclosures", n[1])
                .map(path -> life.world()
                        .chief()
                        .post(path + "/withdraw", 0, Map.of("reason", "x"))
                        .isDone())
                .orElse(false);
    }
}
