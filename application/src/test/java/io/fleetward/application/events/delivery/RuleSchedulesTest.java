// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.delivery;

import static io.fleetward.application.events.delivery.EventFixture.SCOPE;
import static io.fleetward.application.events.delivery.EventFixture.target;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetward.application.events.EventBus;
import io.fleetward.application.events.rule.RetryPolicy;
import io.fleetward.application.events.rule.RuleDraft;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rules that fire by themselves. */
class RuleSchedulesTest {
    private final EventFixture bus = new EventFixture();
    private final RuleSchedules schedules = new RuleSchedules(
            bus.store,
            bus.book,
            bus.lanes::wake,
            new RuleSchedules.Surroundings(Runnable::run, bus.timers, bus.clock, bus.ids));

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
