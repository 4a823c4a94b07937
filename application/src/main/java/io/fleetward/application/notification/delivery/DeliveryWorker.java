// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.notification.delivery;

import io.fleetward.application.error.TerminalException;
import io.fleetward.application.notification.Delivery;
import io.fleetward.application.notification.NotificationStore;
import io.fleetward.application.notification.SignatureVersion;
import io.fleetward.application.notification.Subscription;
import io.fleetward.application.notification.Subscription.State;
import io.fleetward.application.notification.Topic;
import io.fleetward.application.notification.TopicMessage;
import io.fleetward.application.store.Tx;
import io.fleetward.application.time.Timers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers published messages to the endpoints of subscriptions, woken by the commit that published them.
 *
 * <p>What is to be delivered stands in the store and is forgotten only after the endpoint took it, so that a message
 * survives whatever happens to this process and may then come twice. Attempts run side by side as far as {@link
 * InFlight} finds it fair; no order is promised.
 *
 * <p>{@link #wake}, {@link #close} and the counters are thread-safe; one thread hands out the attempts.
 */
public final class DeliveryWorker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryWorker.class);
    /** Twice what may be in flight: half of the due ones that are looked at may be in flight already. */
    private static final int BATCH = 2 * InFlight.MOST;

    private static final Duration STORE_PAUSE = Duration.ofSeconds(1);
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(5);

    private final NotificationStore store;
    private final Courier courier;
    private final Surroundings surroundings;
    private final InFlight inFlight = new InFlight();
    private final Semaphore signal = new Semaphore(1);
    private final LongAdder delivered = new LongAdder();
    private final LongAdder failedAttempts = new LongAdder();
    private final LongAdder givenUp = new LongAdder();
    private volatile boolean isStopping;
    private volatile @Nullable Thread thread;
    private Timers.@Nullable Timer next;

    /**
     * What the worker needs of its process.
     *
     * @param attempts runs one blocking job for each attempt; the worker shuts it down
     */
    public record Surroundings(ExecutorService attempts, Timers timers, InstantSource clock) {}

    /** A message, and for whom; what an attempt is made from. */
    private record Work(TopicMessage message, Subscription subscription, SignatureVersion version) {}

    public DeliveryWorker(NotificationStore store, Courier courier, Surroundings surroundings) {
        this.store = store;
        this.courier = courier;
        this.surroundings = surroundings;
    }

    /** Begins to deliver, first what an earlier process left. */
    public void start() {
        thread = Thread.ofVirtual().name("notifications").start(this::loop);
    }

    /** There may be something to deliver; never blocks. */
    public void wake() {
        signal.release();
    }

    /** Breaks off the attempts and stops; what was not delivered waits for the next start. */
    @Override
    public void close() {
        isStopping = true;
        wake();
        surroundings.attempts().shutdownNow();
        try {
            Thread running = thread;
            if (running != null) {
                running.join();
            }
            if (!surroundings.attempts().awaitTermination(CLOSE_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.atWarn().log("notification-attempts-still-running");
            }
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        }
    }

    /** Messages that endpoints took since the start. */
    public long delivered() {
        return delivered.sum();
    }

    /** Attempts that failed since the start. */
    public long failedAttempts() {
        return failedAttempts.sum();
    }

    /** Deliveries that were given up since the start. */
    public long givenUp() {
        return givenUp.sum();
    }

    private void loop() {
        try {
            while (!isStopping) {
                signal.acquire();
                signal.drainPermits();
                handOut();
            }
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        } catch (TerminalException failure) {
            LOG.atError().setCause(failure).log("notifications-stopped");
        }
    }

    /** Starts every attempt that can be made now; when the store fails, tries again in a second. */
    void handOut() {
        try {
            Instant now = surroundings.clock().instant();
            boolean mayBeMore = true;
            while (mayBeMore && !isStopping && !inFlight.isFull()) {
                var busy = inFlight.busy();
                List<Delivery> due =
                        store.transactions().read(tx -> store.deliveries().due(tx, now, busy, BATCH));
                long started = due.stream().filter(this::started).count();
                mayBeMore = due.size() == BATCH && started > 0;
            }
            expectNext(now);
        } catch (TerminalException failure) {
            throw failure;
        } catch (RuntimeException storeFailure) {
            if (!isStopping) {
                LOG.atError().setCause(storeFailure).log("notification-store-failed");
                surroundings.timers().at(surroundings.clock().instant().plus(STORE_PAUSE), this::wake);
            }
        }
    }

    private void expectNext(Instant now) {
        if (next != null) {
            next.cancel();
            next = null;
        }
        Instant due = store.transactions().read(tx -> store.deliveries().nextDueAfter(tx, now));
        if (due != null) {
            next = surroundings.timers().at(due, this::wake);
        }
    }

    private boolean started(Delivery delivery) {
        if (!inFlight.add(delivery)) {
            return false;
        }
        try {
            surroundings.attempts().execute(() -> attempt(delivery));
            return true;
        } catch (RejectedExecutionException stopping) {
            inFlight.remove(delivery);
            return false;
        }
    }

    private void attempt(Delivery delivery) {
        try {
            Work work = store.transactions().read(tx -> work(tx, delivery));
            if (work == null) {
                store.transactions().change(tx -> store.deliveries().remove(tx, delivery));
            } else {
                finish(
                        delivery,
                        work.subscription(),
                        courier.deliver(work.message(), work.subscription(), work.version()));
            }
            inFlight.remove(delivery);
            wake();
        } catch (RuntimeException failure) {
            interrupted(delivery, failure);
        }
    }

    /** Tries the delivery again soon: not its endpoint failed, but something here. */
    private void interrupted(Delivery delivery, RuntimeException failure) {
        if (isStopping) {
            return;
        }
        LOG.atError()
                .addKeyValue("account", delivery.scope().account())
                .addKeyValue("message", delivery.messageId())
                .setCause(failure)
                .log("notification-attempt-interrupted");
        surroundings.timers().at(surroundings.clock().instant().plus(STORE_PAUSE), () -> {
            inFlight.remove(delivery);
            wake();
        });
    }

    /** What there is to send; null when nobody waits for it any more. */
    private @Nullable Work work(Tx tx, Delivery delivery) {
        TopicMessage message = store.deliveries().message(tx, delivery.scope(), delivery.messageId());
        Subscription subscription = store.subscriptions().find(tx, delivery.scope(), delivery.subscriptionId());
        if (message == null || subscription == null || subscription.state() != stateFor(message.kind())) {
            return null;
        }
        Topic topic = store.topics().find(tx, delivery.scope(), subscription.topic());
        return topic == null
                ? null
                : new Work(message, subscription, topic.attributes().signatureVersion());
    }

    private static State stateFor(TopicMessage.Kind kind) {
        return switch (kind) {
            case NOTIFICATION -> State.CONFIRMED;
            case SUBSCRIPTION_CONFIRMATION -> State.PENDING;
            case UNSUBSCRIBE_CONFIRMATION -> State.DELETED;
        };
    }

    private void finish(Delivery delivery, Subscription subscription, DeliveryOutcome outcome) {
        switch (outcome) {
            case DeliveryOutcome.Delivered _ -> {
                store.transactions().change(tx -> store.deliveries().remove(tx, delivery));
                delivered.increment();
            }
            case DeliveryOutcome.Refused(String reason) -> {
                failedAttempts.increment();
                giveUp(delivery, subscription, reason);
            }
            case DeliveryOutcome.Failed(String reason) -> failed(delivery, subscription, reason);
        }
    }

    private void failed(Delivery delivery, Subscription subscription, String reason) {
        if (isStopping) {
            return;
        }
        failedAttempts.increment();
        Duration pause = RetrySchedule.after(delivery.attempts() + 1);
        if (pause == null) {
            giveUp(delivery, subscription, reason);
            return;
        }
        Instant dueAt = surroundings.clock().instant().plus(pause);
        store.transactions().change(tx -> store.deliveries().postpone(tx, delivery, dueAt));
        LOG.atInfo()
                .addKeyValue("subscription", subscription.arn())
                .addKeyValue("message", delivery.messageId())
                .addKeyValue("retryIn", pause)
                .addKeyValue("reason", reason)
                .log("notification-attempt-failed");
    }

    private void giveUp(Delivery delivery, Subscription subscription, String reason) {
        store.transactions().change(tx -> store.deliveries().remove(tx, delivery));
        givenUp.increment();
        LOG.atWarn()
                .addKeyValue("subscription", subscription.arn())
                .addKeyValue("message", delivery.messageId())
                .addKeyValue("attempts", delivery.attempts() + 1)
                .addKeyValue("reason", reason)
                .log("notification-given-up");
    }
}
