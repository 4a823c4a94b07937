// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.delivery;

import io.fleetward.application.events.BusEvent;
import io.fleetward.application.events.EventBus;
import io.fleetward.application.events.EventEnvelope;
import io.fleetward.application.events.rule.BoundRule;
import io.fleetward.application.events.rule.RuleBook;
import io.fleetward.application.events.rule.RuleKey;
import io.fleetward.application.events.rule.RuleTarget;
import io.fleetward.application.events.rule.ScheduleExpression;
import io.fleetward.application.time.Timers;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Ids;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Fires the rules that have a schedule: their targets get a {@code Scheduled Event} (hub, event bus API).
 *
 * <p>Thread-safe. A rate begins anew when its rule changes and when the server starts; what would have fired while the
 * server was down does not.
 */
public final class RuleSchedules {
    private static final Logger LOG = LoggerFactory.getLogger(RuleSchedules.class);

    private final DeliveryStore store;
    private final RuleBook book;
    private final Consumer<TargetLane> wakeLane;
    private final Surroundings surroundings;
    private final Map<RuleKey, Plan> plans = new HashMap<>();

    /**
     * What schedules need of their process.
     *
     * @param background runs blocking work that nobody waits for
     */
    public record Surroundings(Executor background, Timers timers, InstantSource clock, Ids ids) {}

    private record Plan(String schedule, Timers.Timer timer) {}

    public RuleSchedules(DeliveryStore store, RuleBook book, Consumer<TargetLane> wakeLane, Surroundings surroundings) {
        this.store = store;
        this.book = book;
        this.wakeLane = wakeLane;
        this.surroundings = surroundings;
    }

    /** Plans what the book holds, and from then on whatever changes in it. */
    public void start() {
        book.listen(this::plan);
    }

    /** These are now the rules of the bus. */
    private synchronized void plan(AccountRegion scope, String bus, List<BoundRule> rules) {
        Set<RuleKey> wanted = new HashSet<>();
        for (BoundRule rule : rules) {
            String schedule = rule.rule().schedule();
            if (schedule != null && rule.rule().isEnabled() && !rule.targets().isEmpty()) {
                RuleKey key = rule.rule().key();
                wanted.add(key);
                Plan plan = plans.get(key);
                if (plan == null || !plan.schedule().equals(schedule)) {
                    cancel(key);
                    plan(key, schedule);
                }
            }
        }
        Set<RuleKey> ofBus = new HashSet<>(plans.keySet());
        ofBus.removeIf(key -> !key.scope().equals(scope) || !key.bus().equals(bus) || wanted.contains(key));
        ofBus.forEach(this::cancel);
    }

    private void plan(RuleKey key, String text) {
        ScheduleExpression schedule = ScheduleExpression.parse(text);
        Instant next =
                schedule == null ? null : schedule.next(surroundings.clock().instant());
        if (next != null) {
            plans.put(key, new Plan(text, surroundings.timers().at(next, () -> due(key, text))));
        }
    }

    private void cancel(RuleKey key) {
        Plan plan = plans.remove(key);
        if (plan != null) {
            plan.timer().cancel();
        }
    }

    private void due(RuleKey key, String schedule) {
        synchronized (this) {
            Plan plan = plans.get(key);
            if (plan == null || !plan.schedule().equals(schedule)) {
                return;
            }
            plans.remove(key);
            plan(key, schedule);
        }
        surroundings.background().execute(() -> fire(key));
    }

    private void fire(RuleKey key) {
        BoundRule rule = book.find(key);
        if (rule == null) {
            return;
        }
        List<TargetLane> lanes = rule.targets().stream()
                .map(RuleTarget::id)
                .map(target -> new TargetLane(key, target))
                .toList();
        Instant now = surroundings.clock().instant();
        String id = surroundings.ids().uuid();
        var event = new BusEvent(
                "aws.events",
                "Scheduled Event",
                now,
                List.of(key.arn().toString()),
                JsonNodeFactory.instance.objectNode());
        var queued =
                new QueuedEvent(key.scope(), EventBus.DEFAULT, id, EventEnvelope.text(key.scope(), id, event), 0, now);
        try {
            store.transactions().change(tx -> store.deliveries().add(tx, Map.of(queued, lanes), now));
            lanes.forEach(wakeLane);
        } catch (RuntimeException storeFailure) {
            LOG.atError()
                    .addKeyValue("account", key.scope().account())
                    .addKeyValue("rule", key.name())
                    .setCause(storeFailure)
                    .log("schedule-not-fired");
        }
    }
}
