package io.redress.tally;

import io.redress.common.time.AdjustableClock;
import io.redress.common.time.Clocks;
import io.redress.testing.Api;
import io.redress.testing.Register;
import io.redress.testing.Seeded;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * A history of the register, made up from a seed and lived through the API. Every step is a plain number triple, so that a
 * history that fails can be cut down by leaving steps out. Steps that make no sense where they stand are refused by the
 * service, and nothing may come of them.
 */
final class RandomHistory {

    /** What may happen; more likely things stand more often. */
    enum Deed {
        REGISTER,
        REGISTER_AGAIN,
        CORRECT,
        VERIFY,
        ADJUDICATE,
        WITHDRAW,
        REFUSE,
        MERGE,
        MERGE_PEOPLE,
        UNDO_MERGE,
        MOVE,
        PROPOSE,
        APPROVE,
        RENEW,
        LEAVE,
        LAPSE,
        ERASE,
        DAYS_PASS,
        CLOSE
    }

    record Step(Deed deed, int one, int other) {

        private Step(Random random, Deed deed) {
            this(deed, random.nextInt(1000), random.nextInt(1000));
        }
    }

    private static final Deed[] LIKELY = {
        Deed.REGISTER,
        Deed.REGISTER,
        Deed.REGISTER,
        Deed.REGISTER_AGAIN,
        Deed.CORRECT,
        Deed.CORRECT,
        Deed.MERGE_PEOPLE,
        Deed.UNDO_MERGE,
        Deed.PROPOSE,
        Deed.APPROVE,
        Deed.RENEW,
        Deed.CLOSE,
        Deed.CLOSE,
        Deed.DAYS_PASS
    };

    private static final String[] AREAS = {"445102010001", "445102010002", "445102008001", "OUTSIDE"};

    private static final String[] KINDS = {"PRINCIPAL", "INTEREST", "CONSUMPTION_OFFSET", "GOODS", "CLEARANCE"};

    /** Who acts, and on what. */
    record World(
            Api clerk,
            Api chief,
            Api otherChief,
            Api director,
            Register register,
            List<String> platforms,
            AdjustableClock clock,
            Runnable lapse,
            Runnable erase) {}

    /** Deeds that were done, over all histories: what is always refused is not tested. */
    static final Set<Deed> DONE = EnumSet.of(Deed.DAYS_PASS, Deed.LAPSE, Deed.ERASE);

    private void did(Step step, Api.Answer answer) {
        if (answer.isDone()) {
            DONE.add(step.deed());
        }
    }

    private static final class Known {
        private final String id;
        private final String investor;
        private final String document;

        private Known(Api.Answer answer, String document) {
            this.id = answer.id();
            this.investor = answer.body().get("investor").get("id").asText();
            this.document = document;
        }
    }

    private final World world;
    private final List<Known> registrations = new ArrayList<>();
    private final List<String> merged = new ArrayList<>();
    private final List<String> attention = new ArrayList<>();

    RandomHistory(World world) {
        this.world = world;
    }

    static List<Step> steps(long seed) {
        var random = Seeded.random(seed);
        var steps = new ArrayList<Step>();
        steps.add(new Step(random, Deed.REGISTER));
        steps.add(new Step(random, Deed.REGISTER));
        var length = 4 + random.nextInt(12);
        while (steps.size() < length) {
            var deed = random.nextBoolean()
                    ? LIKELY[random.nextInt(LIKELY.length)]
                    : Deed.values()[random.nextInt(Deed.values().length)];
            steps.add(new Step(random, deed));
        }
        return steps;
    }

    void live(List<Step> steps) {
        for (var step : steps) {
            world.clock().setTo(world.clock().instant().plus(Duration.ofMinutes(1 + step.one())));
            live(step);
        }
    }

    private void live(Step step) {
        switch (step.deed()) {
            case REGISTER -> register(step, Register.residentNumber());
            case REGISTER_AGAIN ->
                registrations.stream()
                        .skip(registrations.isEmpty() ? 0 : step.other() % registrations.size())
                        .findFirst()
                        .ifPresent(known -> register(step, known.document));
            case DAYS_PASS -> world.clock().setTo(world.clock().instant().plus(Duration.ofDays(step.other() % 10)));
            case CLOSE -> close(step);
            case LAPSE -> {
                world.clock().setTo(world.clock().instant().plus(Duration.ofDays(step.other() % 10)));
                world.lapse().run();
            }
            case UNDO_MERGE -> undo(step);
            case ERASE -> world.erase().run();
            case APPROVE, RENEW, LEAVE -> attend(step);
            default -> {
                if (!registrations.isEmpty()) {
                    change(step, registrations.get(step.one() % registrations.size()));
                }
            }
        }
    }

    private void register(Step step, String document) {
        var platform = world.platforms().get(step.one() % world.platforms().size());
        var request = Register.request(platform, document);
        request.put("investments", List.of(Register.investment(money(step.one()))));
        request.put("repayments", List.of(repayment(step)));
        request.put("actedAsSalesperson", step.one() % 7 == 0);
        if (step.other() % 2 == 0) {
            request.put("evidenceShown", Set.of("IDENTITY_DOCUMENT", "CONTRACT", "RECEIPT"));
            request.put("policeReport", Map.of("authority", "湘桥公安分局", "reportedOn", "2021-02-01"));
        }
        Register.investorOf(request).put("address", Map.of("areaCode", AREAS[step.other() % AREAS.length]));
        var answer = world.clerk().post("/registrations", request);
        did(step, answer);
        if (answer.isDone()) {
            registrations.add(new Known(answer, document));
        }
    }

    private void change(Step step, Known known) {
        var path = "/registrations/" + known.id;
        var version = version(path);
        switch (step.deed()) {
            case CORRECT ->
                did(
                        step,
                        world.clerk()
                                .post(
                                        path + "/correct",
                                        version,
                                        step.other() % 3 == 0
                                                ? Map.of("reason", "x", "actedAsSalesperson", step.other() % 2 == 0)
                                                : Map.of(
                                                        "reason",
                                                        "x",
                                                        "investments",
                                                        List.of(Register.investment(money(step.other()))),
                                                        "repayments",
                                                        List.of(repayment(step)),
                                                        "evidenceShown",
                                                        List.of("IDENTITY_DOCUMENT"))));
            case VERIFY -> did(step, world.chief().post(path + "/verify", version, totals(step)));
            case ADJUDICATE -> did(step, world.chief().post(path + "/adjudicate", version, totals(step)));
            case WITHDRAW -> did(step, world.clerk().post(path + "/withdraw", version, Map.of("reason", "x")));
            case REFUSE -> did(step, world.chief().post(path + "/refuse", version, Map.of("reason", "x")));
            case MERGE -> {
                var into = another(known, step).id;
                did(
                        step,
                        world.chief()
                                .post(
                                        path + "/merge",
                                        version,
                                        Map.of("intoId", into, "carryAmounts", step.other() % 2 == 0, "reason", "x")));
            }
            case MERGE_PEOPLE -> {
                var into = another(known, step);
                var investor = "/investors/" + known.investor;
                merged.add(into.investor);
                did(
                        step,
                        world.chief()
                                .post(
                                        investor + "/merge",
                                        version(investor),
                                        Map.of("intoId", into.investor, "reason", "x")));
            }
            case MOVE -> {
                var investor = "/investors/" + known.investor;
                var address = Map.of("areaCode", AREAS[step.other() % AREAS.length]);
                did(step, world.clerk().put(investor, version(investor), Map.of("reason", "x", "address", address)));
            }
            case PROPOSE -> {
                var proposal = Map.of("registrationId", known.id, "reason", "HARDSHIP", "level", 1 + step.other() % 3);
                var answer = world.clerk().post("/attention-entries", proposal);
                did(step, answer);
                if (answer.isDone()) {
                    attention.add(answer.id());
                }
            }
            default -> throw new IllegalStateException(step.toString());
        }
    }

    /** Not the same one, where there is another. */
    private Known another(Known known, Step step) {
        var others = registrations.stream().filter(one -> one != known).toList();
        return others.isEmpty() ? known : others.get(step.other() % others.size());
    }

    private void undo(Step step) {
        if (merged.isEmpty()) {
            return;
        }
        var path = "/investors/" + merged.get(step.one() % merged.size()) + "/merges";
        var merges = world.chief().get(path).body().get("items");
        if (!merges.isEmpty()) {
            var merge = merges.get(step.other() % merges.size());
            did(
                    step,
                    world.otherChief()
                            .post(
                                    "/investors/merges/" + merge.get("id").asText() + "/undo",
                                    merge.get("version").asLong(),
                                    Map.of("reason", "x")));
        }
    }

    private void attend(Step step) {
        if (attention.isEmpty()) {
            return;
        }
        var path = "/attention-entries/" + attention.get(step.one() % attention.size());
        var reviewOn =
                Clocks.today(world.clock()).plusDays(1 + step.other() % 12).toString();
        switch (step.deed()) {
            case APPROVE ->
                did(step, world.chief().post(path + "/approve", version(path), Map.of("reviewOn", reviewOn)));
            case RENEW ->
                did(
                        step,
                        world.chief()
                                .post(
                                        path + "/renew",
                                        version(path),
                                        Map.of("reviewOn", reviewOn, "level", 1 + step.one() % 3)));
            default -> did(step, world.director().post(path + "/leave", version(path), Map.of("reason", "x")));
        }
    }

    private void close(Step step) {
        var endsOn = Clocks.today(world.clock()).with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        did(step, world.chief().post("/reporting-weeks/" + endsOn + "/close", Map.of("early", true)));
    }

    private long version(String path) {
        // Of what was erased there is none; the step on it is refused.
        return world.clerk().get(path).body().path("version").asLong();
    }

    private static Map<String, String> totals(Step step) {
        return Map.of(
                "principal",
                money(step.one()),
                "principalRepaid",
                money(step.other()),
                "returnsPaid",
                money(step.one() / 7),
                "consumption",
                money(step.one() / 11),
                "goodsReceived",
                money(step.other() / 13),
                "note",
                "x");
    }

    private static Map<String, Object> repayment(Step step) {
        var repayment = Register.repayment(money(step.other()));
        repayment.put("kind", KINDS[(step.one() + step.other()) % KINDS.length]);
        return repayment;
    }

    private static String money(int n) {
        return (n * 37 % 100_000 + 1) + "." + (10 + n % 90);
    }
}
