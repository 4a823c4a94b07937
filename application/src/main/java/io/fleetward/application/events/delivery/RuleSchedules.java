// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.delivery;

import io.fleetward.application.events.BusEvent;
import io.fleetward.application.events.EventBus;
import io.fleetward.application.events.EventEnvelope;
import io.fleetward.application.events.delivery.RuleTimes.Due;
import io.fleetward.application.events.rule.BoundRule;
import io.fleetward.application.events.rule.RuleBook;
import io.fleetward.application.events.rule.RuleKey;
import io.fleetward.application.events.rule.RuleTarget;
import io.fleetward.application.events.rule.ScheduleExpression;
import io.fleetward.application.store.Tx;
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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Fires the rules that have a schedule: their targets get a {@code Scheduled Event} (hub, event bus API).
 *
 * <p>Thread-safe. When a rule fires next is kept, and changed in the transaction in which it fires: a rate goes on in its
 * rhythm after a restart, and what fell due while no process ran fires once, with the last of the times that were missed.
 * A rate begins anew when its rule changes.
 */
public final class RuleSchedules {
    private static final Logger LOG = LoggerFactory.getLogger(RuleSchedules.class);

    private final DeliveryStore store;
    private final RuleBook book;
    private final Consumer<TargetLane> wakeLane;
    private final Surroundings surroundings;
    private final Map<RuleKey, Plan> plans = new HashMap<>();

    /** What an earlier process had planned. */
    private final Map<RuleKey, Due> left = new HashMap<>();

    /**
     * What schedules need of their process.
     *
     * @param background runs blocking work that nobody waits for
     */
    public record Surroundings(Executor background, Timers timers, InstantSource clock, Ids ids) {}

    private record Plan(String schedule, Instant next, Timers.Timer timer) {}

    public RuleSchedules(DeliveryStore store, RuleBook book, Consumer<TargetLane> wakeLane, Surroundings surroundings) {
        this.store = store;
        this.book = book;
        this.wakeLane = wakeLane;
        this.surroundings = surroundings;
    }

    /** Plans what the book holds, and from then on whatever changes in it. */
    public void start() {
        Map<RuleKey, Due> kept = store.transactions().read(store.times()::all);
        synchronized (this) {
            left.putAll(kept);
        }
        book.listen(this::plan);
        synchronized (this) {
            left.keySet().forEach(this::note);
            left.clear();
        }
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
        if (schedule == null) {
            return;
        }
        Instant now = surroundings.clock().instant();
        Due due = left.remove(key);
        Instant next = due != null && due.schedule().equals(text) ? due.at() : schedule.next(now);
        if (next == null) {
            return;
        }
        if (next.isAfter(now)) {
            arm(key, text, next);
            note(key);
        } else {
            fireAndPlan(key, text, schedule.last(next, now), schedule);
        }
    }

    /** Waits for the next time. */
    private void arm(RuleKey key, String text, Instant next) {
        plans.put(key, new Plan(text, next, surroundings.timers().at(next, () -> due(key, text))));
    }

    private void cancel(RuleKey key) {
        Plan plan = plans.remove(key);
        if (plan != null) {
            plan.timer().cancel();
            note(key);
        }
    }

    private synchronized void due(RuleKey key, String text) {
        Plan plan = plans.get(key);
        ScheduleExpression schedule = ScheduleExpression.parse(text);
        if (plan != null && plan.schedule().equals(text) && schedule != null) {
            plans.remove(key);
            fireAndPlan(
                    key, text, schedule.last(plan.next(), surroundings.clock().instant()), schedule);
        }
    }

    private void fireAndPlan(RuleKey key, String text, Instant time, ScheduleExpression schedule) {
        Instant next = schedule.next(time);
        if (next != null) {
            arm(key, text, next);
        }
        surroundings.background().execute(() -> fire(key, time));
    }

    /** Has it kept when the rule fires next, or that it does not. */
    private void note(RuleKey key) {
        surroundings.background().execute(() -> {
            try {
                store.transactions().change(tx -> note(tx, key));
            } catch (RuntimeException storeFailure) {
                LOG.atError()
                        .addKeyValue("account", key.scope().account())
                        .addKeyValue("rule", key.name())
                        .setCause(storeFailure)
                        .log("schedule-not-kept");
            }
        });
    }

    /** As it is by now: what is noted last is what is true. */
    private void note(Tx tx, RuleKey key) {
        Plan plan = planOf(key);
        if (plan == null) {
            store.times().remove(tx, key);
        } else {
            store.times().put(tx, key, new Due(plan.schedule(), plan.next()));
        }
    }

    private synchronized @Nullable Plan planOf(RuleKey key) {
        return plans.get(key);
    }

    private void fire(RuleKey key, Instant time) {
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
                time,
                List.of(key.arn().toString()),
                JsonNodeFactory.instance.objectNode());
        var queued =
                new QueuedEvent(key.scope(), EventBus.DEFAULT, id, EventEnvelope.text(key.scope(), id, event), 0, now);
        try {
            store.transactions().change(tx -> {
                store.deliveries().add(tx, Map.of(queued, lanes), now);
                note(tx, key);
            });
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
