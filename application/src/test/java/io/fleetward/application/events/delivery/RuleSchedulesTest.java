// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.delivery;

import static io.fleetward.application.events.delivery.EventFixture.SCOPE;
import static io.fleetward.application.events.delivery.EventFixture.target;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetward.application.events.EventBus;
import io.fleetward.application.events.rule.RetryPolicy;
import io.fleetward.application.events.rule.RuleDraft;
import io.fleetward.application.events.rule.RuleKey;
import io.fleetward.application.time.VirtualTimers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules that fire by themselves. */
class RuleSchedulesTest {
    private final EventFixture bus = new EventFixture();
    private final RuleSchedules schedules = new RuleSchedules(
            bus.store,
            bus.book,
            bus.lanes::wake,
            new RuleSchedules.Surroundings(Runnable::run, bus.timers, bus.clock, bus.ids));

    private VirtualTimers timers = bus.timers;

    private void put(@Nullable String onBus, String schedule, boolean enabled) {
        bus.rules.put(SCOPE, new RuleDraft(onBus, "tick", null, schedule, enabled, null, null, Map.of()));
    }

    @Test
    void firesWhatItFindsAndWhatIsPut() {
        put(null, "rate(5 minutes)", true);
        bus.targets.put(SCOPE, null, "tick", List.of(target("hook", RetryPolicy.STANDARD)));
        schedules.start();
        bus.timers.advance(Duration.ofMinutes(11));

        assertThat(bus.sent).hasSize(2);
        assertThat(bus.sent.getFirst().text())
                .contains(
                        "\"detail-type\":\"Scheduled Event\"",
                        "\"source\":\"aws.events\"",
                        "\"resources\":[\"arn:aws:events:us-east-1:000000000000:rule/tick\"]",
                        "\"detail\":{}");

        put(null, "cron(0 * * * ? *)", true);
        bus.sent.clear();
        bus.timers.advance(Duration.ofHours(2));
        assertThat(bus.sent).hasSize(2);
    }

    /** Another process on the same store. */
    private void restartAfter(Duration downtime) {
        bus.clock.advance(downtime);
        bus.sent.clear();
        timers = new VirtualTimers(bus.clock);
        new RuleSchedules(
                        bus.store,
                        bus.book,
                        bus.lanes::wake,
                        new RuleSchedules.Surroundings(Runnable::run, timers, bus.clock, bus.ids))
                .start();
    }

    @ParameterizedTest
    @CsvSource({"rate(5 minutes)", "cron(0/5 * * * ? *)"})
    void makesUpOnceForWhatFellDueWhileItWasDown(String schedule) {
        put(null, schedule, true);
        bus.targets.put(SCOPE, null, "tick", List.of(target("hook", RetryPolicy.STANDARD)));
        schedules.start();
        Instant start = bus.clock.instant();
        bus.timers.advance(Duration.ofMinutes(7));

        restartAfter(Duration.ofMinutes(10));
        assertThat(bus.sent).hasSize(1);
        assertThat(bus.sent.getFirst().text())
                .contains("\"time\":\"" + start.plus(Duration.ofMinutes(15)).truncatedTo(ChronoUnit.SECONDS));
        timers.advance(Duration.ofMinutes(2));
        assertThat(bus.sent).hasSize(1);
        timers.advance(Duration.ofMinutes(1));
        assertThat(bus.sent).hasSize(2);

        restartAfter(Duration.ofMinutes(1));
        assertThat(bus.sent).isEmpty();
    }

    @Test
    void makesUpForNothingThatIsNotPlannedAnyMore() {
        put(null, "rate(5 minutes)", true);
        bus.targets.put(SCOPE, null, "tick", List.of(target("hook", RetryPolicy.STANDARD)));
        var gone = new RuleKey(SCOPE, "default", "gone");
        bus.transactions.change(
                tx -> bus.store.times().put(tx, gone, new RuleTimes.Due("rate(1 minute)", bus.clock.instant())));
        var jobs = new ArrayDeque<Runnable>();
        new RuleSchedules(
                        bus.store,
                        bus.book,
                        bus.lanes::wake,
                        new RuleSchedules.Surroundings(jobs::add, bus.timers, bus.clock, bus.ids))
                .start();
        assertThat(planned(jobs)).containsExactly(new RuleKey(SCOPE, "default", "tick"));
        bus.rules.enable(SCOPE, null, "tick", false);
        assertThat(planned(jobs)).isEmpty();
        restartAfter(Duration.ofMinutes(9));
        assertThat(bus.sent).isEmpty();
    }

    /** What is kept once the background has done its work. */
    private Set<RuleKey> planned(Deque<Runnable> jobs) {
        while (!jobs.isEmpty()) {
            jobs.removeFirst().run();
        }
        return bus.transactions
                .<Map<RuleKey, RuleTimes.Due>>read(bus.store.times()::all)
                .keySet();
    }

    @Test
    void restsWhenDisabledAndWithoutTargets() {
        schedules.start();
        put(null, "rate(1 minute)", true);
        bus.timers.advance(Duration.ofMinutes(3));
        bus.targets.put(SCOPE, null, "tick", List.of(target("hook", RetryPolicy.STANDARD)));
        bus.rules.enable(SCOPE, null, "tick", false);
        bus.timers.advance(Duration.ofMinutes(3));
        assertThat(bus.sent).isEmpty();

        bus.rules.enable(SCOPE, null, "tick", true);
        bus.timers.advance(Duration.ofMinutes(1));
        assertThat(bus.sent).hasSize(1);
        bus.targets.remove(SCOPE, null, "tick", List.of("hook"));
        bus.rules.delete(SCOPE, null, "tick");
        bus.timers.advance(Duration.ofMinutes(3));
        assertThat(bus.sent).hasSize(1);
    }

    @Test
    void refusesOtherSchedules() {
        assertThatThrownBy(() -> put(null, "nonsense", true)).hasMessage("Parameter ScheduleExpression is not valid.");
        bus.transactions.change(tx -> bus.buses.add(tx, new EventBus(SCOPE, "own", null, bus.clock.instant())));
        assertThatThrownBy(() -> put("own", "rate(1 minute)", true))
                .hasMessage("ScheduleExpression is supported only on the default event bus.");
    }
}
