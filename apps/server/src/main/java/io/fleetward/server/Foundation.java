// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import io.fleetward.kernel.Ids;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/**
 * What everything else stands on: the one clock of the process, its timers, its randomness and its background threads.
 *
 * @param ids identifiers that nobody may guess
 * @param requestIds identifiers that only have to differ, from a source that request threads do not contend for
 * @param background runs blocking work that nobody waits for, on virtual threads
 */
record Foundation(
        InstantSource clock,
        ProcessTimers timers,
        SecureRandom random,
        Ids ids,
        Ids requestIds,
        ExecutorService background)
        implements AutoCloseable {

    static Foundation create() {
        InstantSource clock = InstantSource.system();
        var random = new SecureRandom();
        return new Foundation(
                clock,
                new ProcessTimers(clock),
                random,
                new Ids(random),
                new Ids(new PerThreadRandom()),
                Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("background-", 0).factory()));
    }

    @Override
    public void close() {
        timers.close();
        background.shutdownNow();
    }

    /** The generator of whichever thread asks. */
    private static final class PerThreadRandom implements RandomGenerator {
        @Override
        public long nextLong() {
            return ThreadLocalRandom.current().nextLong();
        }
    }
}
