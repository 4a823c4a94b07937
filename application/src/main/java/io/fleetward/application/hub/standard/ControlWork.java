// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub.standard;

import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What controls have still to judge. Thread-safe. */
public interface ControlWork {
    /**
     * Notes that the control is to judge something.
     *
     * @param resource the name of the one resource that changed; null for all that there are
     */
    void add(Tx tx, AccountRegion scope, String control, @Nullable String resource);

    /** What waits, in the order in which it was noted. */
    List<Item> waiting(Tx tx, AccountRegion scope, int limit);

    /** Keeps how far judging all resources of a control has come. */
    void advance(Tx tx, AccountRegion scope, long sequence, Progress progress);

    void remove(Tx tx, AccountRegion scope, Collection<Long> sequences);

    /** The accounts and regions for which anything waits. */
    List<AccountRegion> scopesWaiting(Tx tx);

    /**
     * Something that waits.
     *
     * @param sequence grows with the order of noting
     * @param resource null for all resources of the control
     * @param progress how far judging all resources has come; null when it has not begun
     */
    record Item(
            long sequence,
            String control,
            @Nullable String resource,
            @Nullable Progress progress) {}

    /**
     * How far judging all resources has come.
     *
     * @param startedAt when it began, whole milliseconds
     * @param judgedUpTo the keyset of the last resource judged; null when none was
     */
    record Progress(Instant startedAt, @Nullable String judgedUpTo) {}
}
