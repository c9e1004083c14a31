package io.redress.registration;

import static io.redress.testing.Life.money;

import io.redress.common.retention.RetentionRule;
import io.redress.testing.Deed;
import io.redress.testing.Deeds;
import io.redress.testing.Life;
import io.redress.testing.Register;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

@Singleton
class RegistrationDeeds implements Deeds {

    private static final String REGISTRATIONS = "registrations";
    private static final String[] AREAS = {"445102010001", "445102010002", "445102008001", "OUTSIDE"};
    private static final String[] KINDS = {"PRINCIPAL", "INTEREST", "CONSUMPTION_OFFSET", "GOODS", "CLEARANCE"};

    private final RetentionRule retention;

    RegistrationDeeds(RegisterRetention retention) {
        this.retention = retention;
    }

    @Override
    public List<Deed> all() {
        return List.of(
                Deed.of("REGISTER", 3, (life, n) -> register(life, n, Register.residentNumber())),
                Deed.of(
                        "REGISTER_AGAIN",
                        1,
                        (life, n) -> life.any("documents", n[1])
                                .map(document -> register(life, n, document))
                                .orElse(false)),
                Deed.of("CORRECT", 2, RegistrationDeeds::correct),
                Deed.of("VERIFY", 0, (life, n) -> assess(life, n, "verify")),
                Deed.of("ADJUDICATE", 0, (life, n) -> assess(life, n, "adjudicate")),
                Deed.of("WITHDRAW", 0, (life, n) -> end(life, n, "withdraw")),
                Deed.of("REFUSE", 0, (life, n) -> end(life, n, "refuse")),
                Deed.of("MERGE", 0, RegistrationDeeds::merge),
                Deed.of("MERGE_PEOPLE", 1, RegistrationDeeds::mergePeople),
                Deed.of("UNDO_MERGE", 1, RegistrationDeeds::undoMerge),
                Deed.of("MOVE", 0, RegistrationDeeds::move),
                Deed.of("ERASE", 0, (life, n) -> {
                    // as if the retention period ended together with the case
                    retention.eraseEndedBefore(life.world().clock().instant().plusSeconds(1), 100);
                    return true;
                }));
    }

    private static boolean register(Life life, int[] n, String document) {
        var request = Register.request(life.platform(n[0]), document);
        request.put("investments", List.of(Register.investment(money(n[0]))));
        request.put("repayments", List.of(repayment(n)));
        request.put("actedAsSalesperson", n[0] % 7 == 0);
        if (n[1] % 2 == 0) {
            request.put("evidenceShown", Set.of("IDENTITY_DOCUMENT", "CONTRACT", "RECEIPT"));
            request.put("policeReport", Map.of("authority", "湘桥公安分局", "reportedOn", "2021-02-01"));
        }
        Register.investorOf(request).put("address", Map.of("areaCode", AREAS[n[1] % AREAS.length]));
        var answer = life.world().clerk().post("/registrations", request);
        if (life.know(REGISTRATIONS, answer)) {
            life.know("investors", answer.body().get("investor").get("id").asText());
            life.know("documents", document);
            return true;
        }
        return false;
    }

    private static boolean correct(Life life, int[] n) {
        var body = n[1] % 3 == 0
                ? Map.of("reason", "x", "actedAsSalesperson", n[1] % 2 == 0)
                : Map.of(
                        "reason",
                        "x",
                        "investments",
                        List.of(Register.investment(money(n[1]))),
                        "repayments",
                        List.of(repayment(n)),
                        "evidenceShown",
                        List.of("IDENTITY_DOCUMENT"));
        return change(life, n, false, "correct", body);
    }

    private static boolean assess(Life life, int[] n, String verb) {
        var totals = new HashMap<String, Object>();
        totals.put("principal", money(n[0]));
        totals.put("principalRepaid", money(n[1]));
        totals.put("returnsPaid", money(n[0] / 7));
        totals.put("consumption", money(n[0] / 11));
        totals.put("goodsReceived", money(n[1] / 13));
        totals.put("note", "x");
        return change(life, n, true, verb, totals);
    }

    private static boolean end(Life life, int[] n, String verb) {
        return change(life, n, verb.equals("refuse"), verb, Map.of("reason", "x"));
    }

    private static boolean merge(Life life, int[] n) {
        return life.any(REGISTRATIONS, another(life, n))
                .map(into -> change(
                        life, n, true, "merge", Map.of("intoId", into, "carryAmounts", n[1] % 2 == 0, "reason", "x")))
                .orElse(false);
    }

    private static boolean change(Life life, int[] n, boolean byChief, String verb, Map<String, ?> body) {
        return life.any(REGISTRATIONS, n[0])
                .map(id -> {
                    var path = "/registrations/" + id;
                    var by = byChief ? life.world().chief() : life.world().clerk();
                    return by.post(path + "/" + verb, life.version(path), body).isDone();
                })
                .orElse(false);
    }

    /** The index of another registration than the first, if there is one. */
    private static int another(Life life, int[] n) {
        var count = life.known(REGISTRATIONS).size();
        if (count < 2) {
            return 0;
        }
        var first = n[0] % count;
        var other = n[1] % (count - 1);
        return other < first ? other : other + 1;
    }

    private static boolean mergePeople(Life life, int[] n) {
        return life.any("investors", n[0])
                .map(investor -> {
                    var into = life.any("investors", another(life, n)).orElseThrow();
                    life.know("merged", into);
                    var path = "/investors/" + investor;
                    return life.world()
                            .chief()
                            .post(path + "/merge", life.version(path), Map.of("intoId", into, "reason", "x"))
                            .isDone();
                })
                .orElse(false);
    }

    private static boolean undoMerge(Life life, int[] n) {
        return life.any("merged", n[0])
                .map(merged -> {
                    var merges = life.world()
                            .chief()
                            .get("/investors/" + merged + "/merges")
                            .body()
                            .get("items");
                    if (merges.isEmpty()) {
                        return false;
                    }
                    var merge = merges.get(n[1] % merges.size());
                    return life.world()
                            .otherChief()
                            .post(
                                    "/investors/merges/" + merge.get("id").asText() + "/undo",
                                    merge.get("version").asLong(),
                                    Map.of("reason", "x"))
                            .isDone();
                })
                .orElse(false);
    }

    private static boolean move(Life life, int[] n) {
        return life.any("investors", n[0])
                .map(investor -> {
                    var path = "/investors/" + investor;
                    var body = Map.of("reason", "x", "address", Map.of("areaCode", AREAS[n[1] % AREAS.length]));
                    return life.world()
                            .clerk()
                            .put(path, life.version(path), body)
                            .isDone();
                })
                .orElse(false);
    }

    private static Map<String, Object> repayment(int[] n) {
        var repayment = Register.repayment(money(n[1]));
        repayment.put("kind", KINDS[(n[0] + n[1]) % KINDS.length]);
        return repayment;
    }
}
