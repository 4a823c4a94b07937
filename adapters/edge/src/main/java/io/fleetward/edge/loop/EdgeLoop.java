// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge.loop;

import io.fleetward.application.broker.Loop;
import io.netty.channel.EventLoop;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.util.concurrent.FastThreadLocal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A {@link Loop} on a Netty event loop.
 *
 * <p>Connections that have something to send are flushed together at the end of a burst: many small packets for one
 * client become one system call. Likewise, what a burst leaves for other loops is handed over together.
 */
public final class EdgeLoop implements Loop {
    private static final Logger LOG = LoggerFactory.getLogger(EdgeLoop.class);
    private static final int CHECK_SECONDS = 1;

    /** The loop that runs on a thread. */
    private static final FastThreadLocal<EdgeLoop> CURRENT = new FastThreadLocal<>();

    private final SingleThreadEventLoop events;
    private final InstantSource clock;
    private final Set<Watched> watched = new HashSet<>();
    private final Runnable endOfBurst = this::endBurst;
    private final Map<EdgeLoop, List<Runnable>> forOthers = new HashMap<>();
    private final Runnable handOver = this::handOver;
    private List<Runnable> afterBurst = new ArrayList<>();
    private List<Runnable> running = new ArrayList<>();
    private boolean isEndAwaited;
    private boolean isTimeKnown;
    private long time;

    EdgeLoop(SingleThreadEventLoop events, InstantSource clock) {
        this.events = events;
        this.clock = clock;
    }

    void start() {
        events.execute(() -> CURRENT.set(this));
        var _ = events.scheduleAtFixedRate(this::checkAll, CHECK_SECONDS, CHECK_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void execute(Runnable task) {
        EdgeLoop here = CURRENT.getIfExists();
        if (here == null || here == this) {
            events.execute(task);
        } else {
            here.leave(this, task);
        }
    }

    @Override
    public boolean isCurrent() {
        return events.inEventLoop();
    }

    /** Whether this is the loop of channels registered there. */
    boolean isOf(EventLoop loop) {
        return events.equals(loop);
    }

    @Override
    public long now() {
        if (!isTimeKnown) {
            isTimeKnown = true;
            time = clock.millis();
            awaitEnd();
        }
        return time;
    }

    @Override
    public void afterBurst(Runnable task) {
        awaitEnd();
        afterBurst.add(task);
    }

    /** Has the deadlines of a connection checked. */
    public void watch(Watched connection) {
        watched.add(connection);
    }

    /** Ends the checks of a connection. */
    public void unwatch(Watched connection) {
        watched.remove(connection);
    }

    private void awaitEnd() {
        if (!isEndAwaited) {
            isEndAwaited = true;
            events.executeAfterEventLoopIteration(endOfBurst);
        }
    }

    /** What is added while this runs belongs to the next burst. */
    private void endBurst() {
        isEndAwaited = false;
        isTimeKnown = false;
        List<Runnable> tasks = afterBurst;
        afterBurst = running;
        running = tasks;
        for (int i = 0; i < tasks.size(); i++) {
            run(tasks.get(i));
        }
        tasks.clear();
    }

    private void leave(EdgeLoop other, Runnable task) {
        if (forOthers.isEmpty()) {
            afterBurst(handOver);
        }
        forOthers.computeIfAbsent(other, _ -> new ArrayList<>()).add(task);
    }

    private void handOver() {
        forOthers.forEach((other, tasks) -> run(() -> other.events.execute(() -> tasks.forEach(EdgeLoop::run))));
        forOthers.clear();
    }

    /** Runs one of several tasks, none of which must keep the others from running. */
    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException failure) {
            LOG.atError().setCause(failure).log("loop-task-failed");
        }
    }

    private void checkAll() {
        long now = now();
        for (Watched connection : List.copyOf(watched)) {
            connection.check(now);
        }
    }
}
