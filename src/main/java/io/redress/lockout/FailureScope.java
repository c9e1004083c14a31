package io.redress.lockout;

import io.redress.common.words.Label;
import io.redress.common.words.Labelled;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The scopes in which failed logins are counted. Counters are locked in this order, so that attempts which share some
 * wait for each other and never deadlock.
 */
@Schema(
        name = "Lane",
        description = "合计失败次数的范围：同一浏览器、同一用户名与地址、同一用户名（陌生地址）、同一地址 / what failures are counted by:"
                + " a known browser, a name at an address, a name from strange addresses, an address")
public enum FailureScope implements Labelled {
    DEVICE("认识的设备", "Known device", 10, 30, Duration.ofHours(1)),
    NAME_AND_ADDRESS("用户名与地址", "Name and address", 5, 30, Duration.ofHours(1)),
    NAME("用户名", "Name", 20, 60, Duration.ofMinutes(30)),
    /** A whole bureau may stand behind one address. */
    ADDRESS("地址", "Address", 100, 60, Duration.ofMinutes(2));

    private final Label label;
    final Backoff backoff;

    FailureScope(String zh, String en, int free, int firstWaitSeconds, Duration forgetsOneEvery) {
        label = new Label(zh, en);
        backoff = new Backoff(free, Duration.ofSeconds(firstWaitSeconds), forgetsOneEvery);
    }

    @Override
    public Label label() {
        return label;
    }
}
