// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.live;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The latest events of one account and region, and who watches them. Thread-safe. */
final class LiveFeed {
    /** Most events that are remembered. */
    static final int REMEMBERED = 4_096;

    private final String name;
    private final Deque<LiveEvent> latest = new ArrayDeque<>();
    private final List<LiveWatcher> watchers = new CopyOnWriteArrayList<>();
    /** The number of the latest event. */
    private long last;

    private @Nullable Instant unwatchedSince;

    /**
     * A feed without events.
     *
     * @param name unlike that of every earlier feed, so that their ids are not taken for ids of this one
     */
    LiveFeed(String name) {
        this.name = name;
    }

    synchronized void publish(LiveEvent event) {
        last++;
        latest.addLast(event);
        if (latest.size() > REMEMBERED) {
            latest.removeFirst();
        }
        String id = id(last);
        watchers.forEach(watcher -> watcher.onEvent(id, event));
    }

    /** Tells the watcher what he missed since that event, then whatever happens. */
    synchronized void watch(LiveWatcher watcher, @Nullable String since) {
        unwatchedSince = null;
        watchers.add(watcher);
        long known = number(since);
        if (known < 0) {
            watcher.onReset(id(last));
            return;
        }
        long next = last - latest.size() + 1;
        for (LiveEvent event : latest) {
            if (next > known) {
                watcher.onEvent(id(next), event);
            }
            next++;
        }
    }

    synchronized void leave(LiveWatcher watcher, Instant now) {
        watchers.remove(watcher);
        if (watchers.isEmpty()) {
            unwatchedSince = now;
        }
    }

    /** Whether nobody has watched since then or longer. */
    synchronized boolean isUnwatchedSince(Instant then) {
        return unwatchedSince != null && !unwatchedSince.isAfter(then);
    }

    private String id(long number) {
        return name + "-" + number;
    }

    /** The number of the event, if what followed it is still known; -1 otherwise. */
    private long number(@Nullable String id) {
        if (id == null || !id.startsWith(name + "-")) {
            return -1;
        }
        try {
            long number = Long.parseLong(id.substring(name.length() + 1));
            return number >= last - latest.size() && number <= last ? number : -1;
        } catch (NumberFormatException malformed) {
            return -1;
        }
    }
}
