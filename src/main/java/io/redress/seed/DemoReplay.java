package io.redress.seed;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.vertx.http.HttpServer;
import io.quarkus.vertx.http.HttpServerStart;
import io.redress.attention.AttentionList;
import io.redress.bulletin.AutomaticDrafts;
import io.redress.common.time.AdjustableClock;
import io.redress.common.time.Clocks;
import io.redress.seed.DemoSteps.Step;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import java.io.IOException;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Simulates the invented year 2021 when the demonstration starts on an empty database. Every step goes through the
 * service's public API at its own moment of the shifted clock, so the data looks as in a real bureau. This happens
 * once, in the background; meanwhile the service is not ready. Transient failures are retried, and a start after an
 * interruption continues where the last one stopped.
 */
@ApplicationScoped
class DemoReplay {

    enum State {
        OFF,
        LOADING,
        DONE,
        /** Begun by a version that did not remember how far it had come: what is there can be used. */
        PARTIAL,
        INTERRUPTED,
        FAILED
    }

    private static final Logger LOG = Logger.getLogger(DemoReplay.class);

    private static final Duration PAUSE = Duration.ofSeconds(10);

    /** Each takes 0.1 s. */
    private static final int ADDRESS_ATTEMPTS = 300;

    /** The end of the first week after the year. */
    private static final LocalDate AFTERWARDS = LocalDate.of(2022, 1, 9);

    private final HttpServer server;
    private final ObjectMapper json;
    private final AdjustableClock clock;
    private final AttentionList attention;
    private final AutomaticDrafts drafts;
    private final DemoProgress progress;
    private final Scheduler scheduler;
    private volatile State state;
    private volatile Thread thread;
    private volatile boolean isStopping;

    DemoReplay(
            HttpServer server,
            ObjectMapper json,
            AdjustableClock clock,
            AttentionList attention,
            AutomaticDrafts drafts,
            DemoProgress progress,
            Scheduler scheduler,
            @ConfigProperty(name = "redress.demo") boolean demo) {
        this.server = server;
        this.json = json;
        this.clock = clock;
        this.attention = attention;
        this.drafts = drafts;
        this.progress = progress;
        this.scheduler = scheduler;
        state = demo ? State.LOADING : State.OFF;
    }

    State state() {
        return state;
    }

    /**
     * Pauses the jobs: one that uses today's date would act on data of 2021. This is too late for jobs that are due at
     * the start; the main program has halted those.
     */
    void prepare(@Observes StartupEvent start) {
        if (state == State.LOADING) {
            setJobs(false);
        }
    }

    void start(@ObservesAsync HttpServerStart listening) {
        if (state == State.LOADING && thread == null) {
            thread = new Thread(this::run, "demo-replay");
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent shutdown) throws InterruptedException {
        if (thread != null) {
            isStopping = true;
            thread.interrupt();
            thread.join(10_000);
        }
    }

    private void run() {
        try {
            setJobs(false);
            state = loadInSpiteOfTroubles();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            state = State.INTERRUPTED;
        } finally {
            clock.reset();
            setJobs(state != State.FAILED && state != State.INTERRUPTED);
        }
        // A service that stops has already logged the reason, for example that its port is in use.
        if (!isStopping) {
            say(wordsOf(state));
        }
    }

    private State loadInSpiteOfTroubles() throws InterruptedException {
        while (true) {
            try {
                return loadOnce(new DemoClient(address(), json));
            } catch (DemoRefused e) {
                LOG.errorf("loading the demonstration failed: %s", e.getMessage());
                return State.FAILED;
            } catch (IOException | RuntimeException e) {
                if (isStopping) {
                    return State.INTERRUPTED;
                }
                LOG.warnf("loading the demonstration goes on in %d s: %s", PAUSE.toSeconds(), e);
                Thread.sleep(PAUSE.toMillis());
            }
        }
    }

    private String wordsOf(State state) {
        return switch (state) {
            case DONE -> DemoAccounts.table(server.getLocalBaseUri());
            case OFF ->
                "redress.demo 已开启，但数据库中已有自己的账号，未载入任何演示数据。"
                        + " / The database has accounts of its own; nothing of the demonstration was loaded.";
            case PARTIAL ->
                "演示数据由旧版本载入了一部分，可照常使用。"
                        + " / An earlier version loaded a part of the demonstration; it can be used as it is."
                        + DemoAccounts.table(server.getLocalBaseUri());
            default ->
                "演示数据载入中断，原因见上一行日志；重新启动后从中断处继续。"
                        + " / Loading the demonstration stopped for the reason in the log line above;"
                        + " the next start goes on from there.";
        };
    }

    /** Jobs follow the clock and would run by themselves in the simulated year; this class does their work instead. */
    private void setJobs(boolean running) {
        if (!scheduler.isStarted()) {
            return;
        }
        if (running) {
            scheduler.resume();
        } else {
            scheduler.pause();
        }
    }

    /** Quarkus may fire the event that the server listens shortly before the address is known. */
    private URI address() throws InterruptedException {
        for (var attempt = 1; ; attempt++) {
            try {
                return server.getLocalBaseUri();
            } catch (IllegalArgumentException notYetKnown) {
                if (attempt == ADDRESS_ATTEMPTS) {
                    throw notYetKnown;
                }
                Thread.sleep(100);
            }
        }
    }

    /** Loads into a database that has only the demonstration's accounts, or part of the demonstration. */
    State loadOnce(DemoClient client) throws IOException, InterruptedException {
        if (!client.isWelcome()) {
            return State.OFF;
        }
        var steps = new DemoSteps(client, progress, Clocks.today(clock));
        var hasData = !client.get(DemoAccount.CHIEF, "/api/v1/platforms")
                .path("items")
                .isEmpty();
        if (hasData && steps.next() == 0) {
            return loadedByEarlierVersion(client);
        }
        load(client, steps);
        client.leave();
        return State.DONE;
    }

    private State loadedByEarlierVersion(DemoClient client) throws IOException, InterruptedException {
        var latest =
                client.get(DemoAccount.CHIEF, "/api/v1/reporting-weeks?limit=1").at("/items/0/endsOn");
        client.leave();
        return latest.asText().compareTo(AFTERWARDS.toString()) >= 0 ? State.DONE : State.PARTIAL;
    }

    private void load(DemoClient client, DemoSteps replay) throws IOException, InterruptedException {
        var all = DemoSteps.read(json);
        var steps = all.stream().collect(Collectors.partitioningBy(step -> step.at() != null));
        // In a longer file of a later version the last step is still the last, at another position.
        if (replay.isDone(all.get(all.size() - 1))) {
            return;
        }
        var dated = steps.get(true);
        if (replay.next() < dated.size()) {
            liveThrough(dated, replay);
        }
        clock.reset();
        replay.closeWeek(DemoAccount.CHIEF, lastWeekEnded().toString());
        draftClosedWeeks();
        lapse();
        while (replay.next() < all.size()) {
            replay.take(steps.get(false).get(replay.next() - dated.size()));
        }
    }

    private void liveThrough(List<Step> steps, DemoSteps replay) throws IOException, InterruptedException {
        var last = steps.get(Math.max(0, replay.next() - 1)).at();
        var today = Clocks.dateOf(last);
        // The last run may have stopped after the closing of a week and before its drafts.
        clock.setTo(last);
        draftClosedWeeks();
        while (replay.next() < steps.size()) {
            var step = steps.get(replay.next());
            while (today.isBefore(Clocks.dateOf(step.at()))) {
                today = today.plusDays(1);
                beginDay(today, 100 * replay.next() / steps.size());
            }
            clock.setTo(step.at());
            replay.take(step);
            draftClosedWeeks();
        }
    }

    /** Does the work of the job that drafts bulletins, because the scheduler is paused. */
    private void draftClosedWeeks() {
        while (drafts.draftOldest()) {
            LOG.debug("the drafts of a week appear");
        }
    }

    /** Does the nightly work of the service, because the scheduler is paused. */
    private void beginDay(LocalDate day, int percent) {
        if (day.getDayOfMonth() == 1) {
            say("演示数据载入中 / loading the demonstration: %tY-%<tm, %d%%".formatted(day, percent));
        }
        clock.setTo(Clocks.startOf(day));
        lapse();
    }

    private void lapse() {
        while (attention.lapseDue() > 0) {
            LOG.debug("entries of the attention list lapse");
        }
    }

    private LocalDate lastWeekEnded() {
        return Clocks.today(clock).with(TemporalAdjusters.previous(DayOfWeek.SUNDAY));
    }

    /** Prints to standard output: a user who starts the demonstration does not read the log. */
    private static void say(String words) {
        System.out.println(words);
    }
}
