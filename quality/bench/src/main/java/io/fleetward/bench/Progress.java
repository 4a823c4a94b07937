// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;

/** How far so many pieces of work have come, handed out from the first to the last. Thread-safe. */
final class Progress {
    /** A piece in a thousand is long enough for a clock, short enough for whatever is asked. */
    private static final int MARKS = 1000;

    private final int count;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicLongArray nanos = new AtomicLongArray(MARKS);
    private final long begin = System.nanoTime();

    Progress(int count) {
        this.count = count;
    }

    /** The first of so many that are to be done next; the count or more when there are none. */
    int next(int size) {
        return next.getAndAdd(size);
    }

    /** So many more are done. */
    void done(int size) {
        int now = done.addAndGet(size);
        long passed = System.nanoTime() - begin;
        for (int mark = mark(now - size); mark < mark(now); mark++) {
            nanos.set(mark, passed);
        }
    }

    /** From the beginning to the end of the last. */
    double seconds() {
        return nanos.get(MARKS - 1) / 1e9;
    }

    /** How many a second were done while the slowest of so many equal parts was. */
    double slowest(int parts) {
        int width = MARKS / parts;
        double longest = 0;
        for (int end = width - 1; end < MARKS; end += width) {
            long from = end < width ? 0 : nanos.get(end - width);
            longest = Math.max(longest, (nanos.get(end) - from) / 1e9);
        }
        return count / (double) parts / longest;
    }

    /** The number of thousandths that are complete. */
    private int mark(int now) {
        return (int) ((long) now * MARKS / count);
    }
}
