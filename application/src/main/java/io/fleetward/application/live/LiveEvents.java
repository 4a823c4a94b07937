// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.live;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Ids;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells those who watch an account and region what changes in it.
 *
 * <p>Thread-safe. Costs next to nothing where nobody watches, and nowhere more than {@value LiveFeed#REMEMBERED} events
 * of memory, which are forgotten {@link #MEMORY} after the last watcher left. Announced after the commit: a crash loses
 * events, after which the ids that were given do not count any more.
 */
public final class LiveEvents {
    /** How long an account and region that nobody watches is still followed. */
    public static final Duration MEMORY = Duration.ofMinutes(5);

    /** Most accounts and regions that are followed at a time. */
    static final int MOST_FEEDS = 256;

    private static final int NAME_BYTES = 6;

    private final InstantSource clock;
    private final Ids ids;
    private final Map<AccountRegion, LiveFeed> feeds = new ConcurrentHashMap<>();

    public LiveEvents(InstantSource clock, Ids ids) {
        this.clock = clock;
        this.ids = ids;
    }

    /** A watcher's presence. */
    @FunctionalInterface
    public interface Watch {
        /** The watcher is told of nothing more. */
        void end();
    }

    /** Whether anybody watches any account and region: asked before anything is made for them. */
    public boolean isWatched() {
        return !feeds.isEmpty();
    }

    /** Whether anybody watches this account and region. */
    public boolean isWatched(AccountRegion scope) {
        return feeds.containsKey(scope);
    }

    /** Tells of something that is durable. */
    public void publish(AccountRegion scope, LiveEvent event) {
        LiveFeed feed = feeds.get(scope);
        if (feed != null) {
            feed.publish(event);
        }
    }

    /**
     * Begins to tell the watcher, who first is told what happened since an event that he knows.
     *
     * @param since the id of that event; null when he knows none
     * @return null when too many accounts and regions are watched already
     */
    public synchronized @Nullable Watch watch(AccountRegion scope, LiveWatcher watcher, @Nullable String since) {
        forgetUnwatched();
        LiveFeed feed = feeds.get(scope);
        if (feed == null) {
            if (feeds.size() >= MOST_FEEDS) {
                return null;
            }
            feed = new LiveFeed(ids.hex(NAME_BYTES));
            feeds.put(scope, feed);
        }
        feed.watch(watcher, since);
        LiveFeed watched = feed;
        return () -> watched.leave(watcher, clock.instant());
    }

    /** Stops to follow what nobody has watched for a while. */
    public synchronized void forgetUnwatched() {
        feeds.values().removeIf(feed -> feed.isUnwatchedSince(clock.instant().minus(MEMORY)));
    }
}
