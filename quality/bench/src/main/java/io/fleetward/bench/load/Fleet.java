// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench.load;

import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Publishers and subscribers that stay connected, and messages going round between them.
 *
 * <p>Every message goes to one subscriber. Confined to the generator's one loop, but for what {@link Load} says.
 */
final class Fleet implements Load {
    /** Connections being made at a time. */
    private static final int AT_ONCE = 32;

    private static final int PATIENCE_SECONDS = 3;

    private final LoadOptions options;
    private final Connector connector;
    private final Runnable whenReady;
    private final List<Publisher> publishers = new ArrayList<>();
    private final AtomicLong delivered = new AtomicLong();
    private final AtomicLong lost = new AtomicLong();
    private boolean isRunning;
    private int begun;
    private int ready;

    Fleet(LoadOptions options, Connector connector, Runnable whenReady) {
        this.options = options;
        this.connector = connector;
        this.whenReady = whenReady;
    }

    @Override
    public void begin(EventLoop loop) {
        loop.execute(() -> {
            for (int i = 0; i < AT_ONCE; i++) {
                connectNext();
            }
        });
        var _ = loop.scheduleAtFixedRate(
                this::giveUpOnTheMissing, PATIENCE_SECONDS, PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void run() {
        isRunning = true;
        publishers.forEach(Publisher::send);
    }

    @Override
    public void pause() {
        isRunning = false;
    }

    @Override
    public long count() {
        return delivered.get();
    }

    @Override
    public long lost() {
        return lost.get();
    }

    boolean isRunning() {
        return isRunning;
    }

    /** One more client is connected and, if it wants to, subscribed. */
    void ready() {
        ready++;
        if (ready == options.clients()) {
            whenReady.run();
        } else {
            connectNext();
        }
    }

    /** A message of the publisher with this number has arrived. */
    void delivered(int publisher) {
        delivered.setRelease(delivered.getPlain() + 1);
        publishers.get(publisher).delivered();
    }

    /** Subscribers come first, so that no message is without one. */
    private void connectNext() {
        int number = begun++;
        if (number < options.subscribers()) {
            connector.connect(new Subscriber(this, number, options), options.publishers() + number);
        } else if (number < options.clients()) {
            var publisher = new Publisher(this, number - options.subscribers(), options);
            publishers.add(publisher);
            connector.connect(publisher, number - options.subscribers());
        }
    }

    private void giveUpOnTheMissing() {
        if (isRunning) {
            publishers.forEach(publisher -> lost.addAndGet(publisher.giveUp()));
        }
    }
}
