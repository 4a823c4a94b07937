// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.delivery;

import io.fleetward.application.error.TerminalException;
import io.fleetward.application.events.delivery.DeliveryAttempt.Result;
import io.fleetward.application.events.delivery.TargetSender.Letter;
import io.fleetward.application.events.rule.BoundRule;
import io.fleetward.application.events.rule.MatchedEvent;
import io.fleetward.application.events.rule.RetryPolicy;
import io.fleetward.application.events.rule.RuleBook;
import io.fleetward.application.events.rule.RuleTarget;
import io.fleetward.application.store.Tx;
import io.fleetward.application.time.Timers;
import io.fleetward.kernel.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works off the lanes of targets, each apart from the others (hub, targets, transform, reliability).
 *
 * <p>Thread-safe. A lane has one worker while something is due in it. It sends up to {@value #AT_ONCE} letters side by
 * side and notes in one transaction what they came to; a letter is forgotten only after its target took it or was given
 * up, so that it survives whatever happens to this process and may then come twice. While a target takes nothing, its
 * lane is tried with a single letter after growing pauses: what waits costs no attempts, only its age counts.
 */
public final class LaneWorker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LaneWorker.class);
    static final int AT_ONCE = 32;
    private static final int MOST_PER_ACCOUNT = 128;
    private static final Duration STORE_PAUSE = Duration.ofSeconds(1);
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(5);

    private final DeliveryStore store;
    private final RuleBook book;
    private final TargetSender sender;
    private final Surroundings surroundings;
    private final LaneSignals signals = new LaneSignals();
    private final ConcurrentMap<TargetLane, Pause> pauses = new ConcurrentHashMap<>();
    private final ConcurrentMap<TargetLane, WakeUp> wakeUps = new ConcurrentHashMap<>();
    private final ConcurrentMap<AccountId, Semaphore> perAccount = new ConcurrentHashMap<>();
    private volatile boolean isStopping;

    /**
     * What the worker needs of its process.
     *
     * @param jobs runs a blocking job for each busy lane and for each letter; the worker shuts it down
     */
    public record Surroundings(ExecutorService jobs, Timers timers, InstantSource clock, RandomGenerator random) {}

    /** A target takes nothing: so often in a row, and until when it is left alone. */
    private record Pause(int failures, Instant until) {}

    /** When a lane is looked at again by itself. */
    private record WakeUp(Instant at, Timers.Timer timer) {}

    /** A letter that was sent or given up. */
    private record Done(
            TargetDelivery delivery,
            MatchedEvent event,
            DeliveryAttempt attempt,
            @Nullable DeadLetter deadLetter) {
        boolean isOver() {
            return attempt.result() != Result.FAILED;
        }

        List<ToldFinding> told() {
            return isOver() ? ToldFinding.of(delivery.event(), event.document(), attempt) : List.of();
        }
    }

    public LaneWorker(DeliveryStore store, RuleBook book, TargetSender sender, Surroundings surroundings) {
        this.store = store;
        this.book = book;
        this.sender = sender;
        this.surroundings = surroundings;
    }

    /** Begins to work on what an earlier process left. */
    public void start() {
        store.transactions().read(tx -> store.deliveries().lanes(tx)).forEach(this::wake);
    }

    /** There may be something due in the lane; never blocks. A lane whose target is left alone wakes up by itself. */
    public void wake(TargetLane lane) {
        if (!isStopping && !isPaused(lane) && signals.signal(lane)) {
            try {
                surroundings.jobs().execute(() -> work(lane));
            } catch (RejectedExecutionException stopping) {
                LOG.atDebug().log("event-lane-left-for-the-next-start");
            }
        }
    }

    /** Breaks off what is being sent and stops; what was not delivered waits for the next start. */
    @Override
    public void close() {
        isStopping = true;
        surroundings.jobs().shutdownNow();
        try {
            if (!surroundings.jobs().awaitTermination(CLOSE_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.atWarn().log("event-deliveries-still-running");
            }
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        }
    }

    private void work(TargetLane lane) {
        Instant next = null;
        do {
            try {
                boolean isMoreLikely = true;
                while (isMoreLikely && !isStopping) {
                    isMoreLikely = step(lane);
                }
                next = isStopping ? null : nextStep(lane);
            } catch (TerminalException failure) {
                LOG.atError().setCause(failure).log("event-lane-stopped");
                return;
            } catch (RuntimeException failure) {
                if (isStopping) {
                    return;
                }
                LOG.atWarn().setCause(failure).log("event-lane-interrupted");
                next = surroundings.clock().instant().plus(STORE_PAUSE);
            }
        } while (signals.isToGoOn(lane));
        if (next != null) {
            wakeAt(lane, next);
        }
    }

    /** Plans one look at the lane, the earliest that was asked for. */
    private void wakeAt(TargetLane lane, Instant when) {
        wakeUps.compute(lane, (_, planned) -> {
            if (planned != null && !planned.at().isAfter(when)) {
                return planned;
            }
            if (planned != null) {
                planned.timer().cancel();
            }
            return new WakeUp(when, surroundings.timers().at(when, () -> {
                wakeUps.remove(lane);
                wake(lane);
            }));
        });
    }

    private boolean isPaused(TargetLane lane) {
        Pause pause = pauses.get(lane);
        return pause != null && pause.until().isAfter(surroundings.clock().instant());
    }

    /** When there may be something to do again; null when nothing waits. */
    private @Nullable Instant nextStep(TargetLane lane) {
        Instant due = store.transactions().read(tx -> store.deliveries().nextDue(tx, lane));
        Pause pause = pauses.get(lane);
        if (due == null) {
            pauses.remove(lane);
            return null;
        }
        return pause != null && pause.until().isAfter(due) ? pause.until() : due;
    }

    /** Sends the next letters of the lane; answers whether there may be more to do at once. */
    private boolean step(TargetLane lane) {
        if (isPaused(lane)) {
            return false;
        }
        Instant now = surroundings.clock().instant();
        Pause pause = pauses.get(lane);
        int limit = pause == null ? AT_ONCE : 1;
        List<TargetDelivery> due =
                store.transactions().read(tx -> store.deliveries().due(tx, lane, now, limit));
        if (due.isEmpty()) {
            return false;
        }
        BoundRule rule = book.find(lane.rule());
        RuleTarget target = rule == null ? null : rule.target(lane.target());
        if (rule == null || target == null) {
            store.transactions().change(tx -> store.deliveries().clear(tx, lane));
            return false;
        }
        List<Done> done = send(rule, target, due);
        if (isStopping) {
            return false;
        }
        List<ToldFinding> told =
                done.stream().flatMap(each -> each.told().stream()).toList();
        store.transactions().change(tx -> {
            note(tx, lane, done);
            store.toldFindings().add(tx, lane, told);
        });
        judge(lane, done, pause);
        return true;
    }

    private List<Done> send(BoundRule rule, RuleTarget target, List<TargetDelivery> due) {
        if (due.size() == 1) {
            return List.of(send(rule, target, due.getFirst()));
        }
        List<Callable<Done>> letters = due.stream()
                .map(delivery -> (Callable<Done>) () -> send(rule, target, delivery))
                .toList();
        try {
            var done = new ArrayList<Done>();
            for (Future<Done> each : surroundings.jobs().invokeAll(letters)) {
                done.add(each.get());
            }
            return done;
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending", interrupt);
        } catch (ExecutionException failure) {
            throw new IllegalStateException("sending failed", failure.getCause());
        }
    }

    private Done send(BoundRule rule, RuleTarget target, TargetDelivery delivery) {
        Instant began = surroundings.clock().instant();
        MatchedEvent event = MatchedEvent.of(rule.rule(), delivery.event().text(), delivery.putAt());
        if (delivery.putAt().plus(target.retry().mostAge()).isBefore(began)) {
            return new Done(
                    delivery,
                    event,
                    attempt(delivery, 0, Result.DEAD, "too old", began),
                    dead(delivery, target, "EVENT_TOO_OLD", "the event became too old", "MaximumEventAgeInSeconds", 0));
        }
        var letter = new Letter(
                event, target, target.input().render(event), delivery.event().hops());
        SendOutcome outcome = send(letter, delivery.lane().rule().scope().account());
        int number = delivery.attempts() + 1;
        return switch (outcome) {
            case SendOutcome.Delivered(String detail) ->
                new Done(delivery, event, attempt(delivery, number, Result.DELIVERED, detail, began), null);
            case SendOutcome.Refused(String code, String reason) ->
                new Done(
                        delivery,
                        event,
                        attempt(delivery, number, Result.DEAD, code + ": " + reason, began),
                        dead(delivery, target, code, reason, null, 1));
            case SendOutcome.Failed(String code, String reason)
            when isLast(delivery, target.retry()) ->
                new Done(
                        delivery,
                        event,
                        attempt(delivery, number, Result.DEAD, code + ": " + reason, began),
                        dead(delivery, target, code, reason, "MaximumRetryAttempts", 1));
            case SendOutcome.Failed(String code, String reason) ->
                new Done(delivery, event, attempt(delivery, number, Result.FAILED, code + ": " + reason, began), null);
        };
    }

    private SendOutcome send(Letter letter, AccountId account) {
        Semaphore room = perAccount.computeIfAbsent(account, _ -> new Semaphore(MOST_PER_ACCOUNT));
        try {
            room.acquire();
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            return new SendOutcome.Failed("INTERRUPTED", "the server is stopping");
        }
        try {
            return sender.send(letter);
        } catch (TerminalException failure) {
            throw failure;
        } catch (RuntimeException failure) {
            LOG.atError().setCause(failure).log("event-letter-interrupted");
            return new SendOutcome.Failed("INTERNAL_ERROR", "the server could not send it");
        } finally {
            room.release();
        }
    }

    private static boolean isLast(TargetDelivery delivery, RetryPolicy policy) {
        return delivery.attempts() >= policy.retries();
    }

    private DeliveryAttempt attempt(TargetDelivery delivery, int number, Result result, String detail, Instant began) {
        Duration duration = Duration.between(began, surroundings.clock().instant());
        return new DeliveryAttempt(delivery.event().id(), number, result, detail, began, duration);
    }

    private DeadLetter dead(
            TargetDelivery delivery,
            RuleTarget target,
            String code,
            String reason,
            @Nullable String exhausted,
            int attempt) {
        return new DeadLetter(
                delivery.lane(),
                target.arn(),
                delivery.event(),
                code,
                reason,
                exhausted,
                delivery.attempts() + attempt,
                surroundings.clock().instant());
    }

    /** Notes what the letters came to. */
    private void note(Tx tx, TargetLane lane, List<Done> done) {
        var gone = new ArrayList<Long>();
        var dead = new ArrayList<DeadLetter>();
        for (Done each : done) {
            if (!each.isOver()) {
                Duration wait =
                        Backoff.after(each.delivery().attempts() + 1, Backoff.LONGEST_OF_EVENT, surroundings.random());
                store.deliveries()
                        .postpone(
                                tx,
                                each.delivery(),
                                surroundings.clock().instant().plus(wait));
            } else {
                gone.add(each.delivery().sequence());
            }
            if (each.deadLetter() != null) {
                dead.add(each.deadLetter());
            }
        }
        store.deliveries().remove(tx, gone);
        if (!dead.isEmpty()) {
            store.deadLetters().add(tx, dead);
        }
        store.log().add(tx, lane, done.stream().map(Done::attempt).toList());
    }

    /** Leaves a target alone for a while when it takes nothing. */
    private void judge(TargetLane lane, List<Done> done, @Nullable Pause before) {
        boolean isUp = done.stream().anyMatch(each -> each.attempt().result() == Result.DELIVERED);
        boolean isDown = done.stream().anyMatch(each -> each.attempt().result() == Result.FAILED);
        if (isUp) {
            pauses.remove(lane);
        } else if (isDown) {
            int failures = before == null ? 1 : before.failures() + 1;
            Duration wait = Backoff.after(failures, Backoff.LONGEST_OF_LANE, surroundings.random());
            pauses.put(lane, new Pause(failures, surroundings.clock().instant().plus(wait)));
            LOG.atInfo()
                    .addKeyValue("account", lane.rule().scope().account())
                    .addKeyValue("rule", lane.rule().name())
                    .addKeyValue("target", lane.target())
                    .addKeyValue("retryIn", wait)
                    .log("event-target-failed");
        }
    }
}
