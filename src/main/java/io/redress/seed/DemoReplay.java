package io.redress.seed;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
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
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Lives through the invented year 2021 when the demonstration starts on an empty database: every step goes through the
 * service's own public API, at its own moment by the shifted clock, so that what is shown is what a bureau would have. It
 * happens once, in the background; until it is done the service says that it is not ready. The last thing it does is to
 * close the weeks between that year and today; a database in which they are open was interrupted half-way.
 */
@ApplicationScoped
class DemoReplay {

    enum State {
        OFF,
        LOADING,
        DONE,
        INTERRUPTED,
        FAILED
    }

    private static final Logger LOG = Logger.getLogger(DemoReplay.class);

    /** Of a tenth of a second each. */
    private static final int ADDRESS_ATTEMPTS = 300;

    /** The week after the last one of the year. */
    private static final LocalDate AFTERWARDS = LocalDate.of(2022, 1, 9);

    private final HttpServer server;
    private final ObjectMapper json;
    private final AdjustableClock clock;
    private final AttentionList attention;
    private final AutomaticDrafts drafts;
    private final Scheduler scheduler;
    private volatile State state;
    private volatile Thread thread;

    DemoReplay(
            HttpServer server,
            ObjectMapper json,
            AdjustableClock clock,
            AttentionList attention,
            AutomaticDrafts drafts,
            Scheduler scheduler,
            @ConfigProperty(name = "redress.demo") boolean demo) {
        this.server = server;
        this.json = json;
        this.clock = clock;
        this.attention = attention;
        this.drafts = drafts;
        this.scheduler = scheduler;
        state = demo ? State.LOADING : State.OFF;
    }

    State state() {
        return state;
    }

    void start(@ObservesAsync HttpServerStart listening) {
        if (state == State.LOADING) {
            thread = new Thread(this::run, "demo-replay");
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent shutdown) throws InterruptedException {
        if (thread != null) {
            thread.interrupt();
            thread.join(10_000);
        }
    }

    private void run() {
        try {
            setJobs(false);
            state = loadOnce(new DemoClient(address(), json));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            state = State.INTERRUPTED;
        } catch (IOException | RuntimeException e) {
            state = State.FAILED;
            LOG.error("the demonstration cannot be loaded", e);
        } finally {
            clock.reset();
            setJobs(true);
        }
        say(
                switch (state) {
                    case DONE -> DemoAccounts.table(server.getLocalBaseUri());
                    case OFF ->
                        "redress.demo 已开启，但数据库中已有自己的账号，未载入任何演示数据。"
                                + " / The database has accounts of its own; nothing of the demonstration was loaded.";
                    default ->
                        "演示数据未能完整载入。请停止程序，删除 data 目录（或清空数据库）后重新启动。"
                                + " / The demonstration is half-loaded: stop, delete the data folder or empty the database, start again.";
                });
    }

    /** Jobs look at the clock, and would act on their own in a year of a minute; what they do is done here. */
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

    /** Quarkus may announce that the server listens a moment before it can tell where. */
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

    /** Loads into a database that has the demonstration's accounts and nothing else; leaves any other as it is. */
    State loadOnce(DemoClient client) throws IOException, InterruptedException {
        if (!client.isWelcome()) {
            return State.OFF;
        }
        if (client.get(DemoAccount.CHIEF, "/api/v1/platforms").path("items").isEmpty()) {
            load(client);
            return State.DONE;
        }
        var latest =
                client.get(DemoAccount.CHIEF, "/api/v1/reporting-weeks?limit=1").at("/items/0/endsOn");
        client.leave();
        return latest.asText().compareTo(AFTERWARDS.toString()) >= 0 ? State.DONE : State.INTERRUPTED;
    }

    private void load(DemoClient client) throws IOException, InterruptedException {
        var replay = new DemoSteps(client, Clocks.today(clock));
        var steps = DemoSteps.read(json).stream().collect(Collectors.partitioningBy(step -> step.at() != null));
        liveThrough(steps.get(true), replay);
        clock.reset();
        replay.closeWeek(DemoAccount.CHIEF, lastWeekEnded().toString());
        draftClosedWeeks();
        lapse();
        for (var step : steps.get(false)) {
            replay.take(step);
        }
        client.leave();
    }

    private void liveThrough(List<Step> steps, DemoSteps replay) throws IOException, InterruptedException {
        var today = Clocks.dateOf(steps.get(0).at());
        for (var i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            while (today.isBefore(Clocks.dateOf(step.at()))) {
                today = today.plusDays(1);
                beginDay(today, 100 * i / steps.size());
            }
            clock.setTo(step.at());
            replay.take(step);
            if (step.verb().equals("close-week")) {
                draftClosedWeeks();
            }
        }
    }

    private void draftClosedWeeks() {
        while (drafts.draftOldest()) {
            LOG.debug("the drafts of a week appear");
        }
    }

    /** What the service does by itself every night would not happen in a year of a minute; so it is done here. */
    private void beginDay(LocalDate day, int percent) {
        if (day.getDayOfMonth() == 1) {
            say("演示数据载入中 / loading the demonstration: %tY-%<tm, %d%%".formatted(day, percent));
        }
        clock.setTo(day.atStartOfDay(Clocks.BUREAU).toInstant());
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

    /** To whoever started the demonstration: a log is not where they look. */
    private static void say(String words) {
        System.out.println(words);
    }
}
