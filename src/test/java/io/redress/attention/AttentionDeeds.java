package io.redress.attention;

import io.redress.common.time.Clocks;
import io.redress.testing.Deed;
import io.redress.testing.Deeds;
import io.redress.testing.Life;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;

@Singleton
class AttentionDeeds implements Deeds {

    private static final String ENTRIES = "attention-entries";

    private final AttentionList list;
    private final AttentionRetention retention;

    AttentionDeeds(AttentionList list, AttentionRetention retention) {
        this.list = list;
        this.retention = retention;
    }

    @Override
    public List<Deed> all() {
        return List.of(
                Deed.of("PROPOSE", 1, AttentionDeeds::propose),
                Deed.of("APPROVE", 1, (life, n) -> decide(life, n, "approve", Map.of("reviewOn", reviewOn(life, n)))),
                Deed.of(
                        "RENEW",
                        1,
                        (life, n) ->
                                decide(life, n, "renew", Map.of("reviewOn", reviewOn(life, n), "level", 1 + n[0] % 3))),
                Deed.of("LEAVE", 0, (life, n) -> decide(life, n, "leave", Map.of("reason", "x"))),
                Deed.of("LAPSE", 0, (life, n) -> {
                    var clock = life.world().clock();
                    clock.setTo(clock.instant().plus(Duration.ofDays(n[1] % 10)));
                    list.lapseDue();
                    return true;
                }),
                Deed.of("FORGET_ATTENTION", 0, (life, n) -> {
                    retention.eraseEndedBefore(life.world().clock().instant().plusSeconds(1), 100);
                    return true;
                }));
    }

    private static boolean propose(Life life, int[] n) {
        return life.any("registrations", n[0])
                .map(registration -> life.create(
                        life.world().clerk(),
                        ENTRIES,
                        "/attention-entries",
                        Map.of("registrationId", registration, "reason", "HARDSHIP", "level", 1 + n[1] % 3)))
                .orElse(false);
    }

    private static boolean decide(Life life, int[] n, String verb, Map<String, ?> body) {
        return life.any(ENTRIES, n[0])
                .map(id -> {
                    var path = "/attention-entries/" + id;
                    var by = verb.equals("leave")
                            ? life.world().director()
                            : life.world().chief();
                    return by.post(path + "/" + verb, life.version(path), body).isDone();
                })
                .orElse(false);
    }

    private static String reviewOn(Life life, int[] n) {
        return Clocks.today(life.world().clock()).plusDays(1 + n[1] % 12).toString();
    }
}
