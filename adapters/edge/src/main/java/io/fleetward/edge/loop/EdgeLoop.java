// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge.loop;

import io.fleetward.application.broker.Loop;
import io.netty.channel.EventLoop;
import io.netty.channel.SingleThreadEventLoop;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A {@link Loop} on a Netty event loop.
 *
 * <p>{@link #execute} and {@link #isCurrent} are thread-safe, everything else is confined to the loop. Connections
 * that have something to send are flushed together after all events of one wake-up were handled: many small packets
 * for one client become one system call.
 */
public final class EdgeLoop implements Loop {
    private static final int CHECK_SECONDS = 1;

    private final SingleThreadEventLoop events;
    private final InstantSource clock;
    private final Set<Watched> watched = new HashSet<>();
    private final Runnable endOfBurst = this::runAfterBurst;
    private List<Runnable> afterBurst = new ArrayList<>();
    private List<Runnable> running = new ArrayList<>();

    EdgeLoop(SingleThreadEventLoop events, InstantSource clock) {
        this.events = events;
        this.clock = clock;
    }

    void start() {
        var _ = events.scheduleAtFixedRate(this::checkAll, CHECK_SECONDS, CHECK_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void execute(Runnable task) {
        events.execute(task);
    }

    @Override
    public boolean isCurrent() {
        return events.inEventLoop();
    }

    /** Whether this is the loop of channels registered there. */
    boolean isOf(EventLoop loop) {
        return events.equals(loop);
    }

    /** Milliseconds since the epoch by the process's clock. */
    public long now() {
        return clock.millis();
    }

    /** Runs the task once, after the events of the current wake-up. */
    public void afterBurst(Runnable task) {
        if (afterBurst.isEmpty()) {
            events.executeAfterEventLoopIteration(endOfBurst);
        }
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

    private void runAfterBurst() {
        List<Runnable> tasks = afterBurst;
        afterBurst = running;
        running = tasks;
        for (int i = 0; i < tasks.size(); i++) {
            tasks.get(i).run();
        }
        tasks.clear();
    }

    private void checkAll() {
        long now = clock.millis();
        for (Watched connection : List.copyOf(watched)) {
            connection.check(now);
        }
    }
}
