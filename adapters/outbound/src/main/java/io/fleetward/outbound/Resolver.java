// SPDX-License-Identifier: Apache-2.0
package io.fleetward.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Looks up the addresses of hosts on threads of its own: the platform's resolver blocks as long as it likes and would
 * take a carrier of the virtual threads with it.
 *
 * <p>Thread-safe. When all threads are held by servers that do not answer, a further look-up fails at once.
 */
final class Resolver implements AutoCloseable {
    private static final long IDLE_SECONDS = 30;

    private final Lookup lookup;
    private final ThreadPoolExecutor threads;

    /** The addresses of a name, as {@link InetAddress#getAllByName} finds them. */
    @FunctionalInterface
    interface Lookup {
        InetAddress[] find(String host) throws UnknownHostException;
    }

    /** @param most look-ups at once; a thread stays held by one that was given up, until the platform gives up, too */
    Resolver(Lookup lookup, int most) {
        this.lookup = lookup;
        this.threads = new ThreadPoolExecutor(
                0,
                most,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                Thread.ofPlatform().daemon().name("resolver-", 0).factory());
    }

    /** All addresses of the host; fails when they are not known within the time. */
    List<InetAddress> resolve(String host, long millis) throws UnknownHostException, InterruptedException {
        Future<InetAddress[]> found;
        try {
            found = threads.submit(() -> lookup.find(host));
        } catch (RejectedExecutionException full) {
            throw new UnknownHostException("too many look-ups at once");
        }
        try {
            return List.of(found.get(millis, TimeUnit.MILLISECONDS));
        } catch (TimeoutException slow) {
            found.cancel(true);
            throw new UnknownHostException("the look-up of " + host + " took too long");
        } catch (ExecutionException failure) {
            throw new UnknownHostException("the host " + host + " is not known");
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
