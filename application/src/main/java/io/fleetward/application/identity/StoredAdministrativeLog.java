// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.identity;

import io.fleetward.application.store.Transactions;
import io.fleetward.application.time.Timers;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Duration;
import java.time.InstantSource;

/** The administrative log in the store; acts expire after {@link #RETENTION}. Thread-safe. */
public final class StoredAdministrativeLog implements AdministrativeLog {
    /** A year and the time to audit it. */
    public static final Duration RETENTION = Duration.ofDays(400);

    private static final Duration PAUSE = Duration.ofHours(1);
    /** Keeps each transaction short: the writer serves everybody. */
    private static final int EXPIRED_AT_ONCE = 500;

    private final Transactions transactions;
    private final AdministrativeActs acts;
    private final Timers timers;
    private final InstantSource clock;

    public StoredAdministrativeLog(
            Transactions transactions, AdministrativeActs acts, Timers timers, InstantSource clock) {
        this.transactions = transactions;
        this.acts = acts;
        this.timers = timers;
        this.clock = clock;
    }

    @Override
    public void record(AdministrativeAct act) {
        transactions.change(tx -> acts.append(tx, act));
    }

    /** The acts of one tenant, the newest first. */
    public Page<AdministrativeAct> newest(AccountRegion scope, PageRequest page) {
        return transactions.read(tx -> acts.newest(tx, scope, page));
    }

    /** Lets old acts expire now and every hour from now on. */
    public void keepTidy() {
        transactions
                .writeAsync(tx -> acts.expire(tx, clock.instant().minus(RETENTION), EXPIRED_AT_ONCE))
                .whenComplete((expired, failure) -> {
                    boolean hasMore = failure == null && expired == EXPIRED_AT_ONCE;
                    timers.at(clock.instant().plus(hasMore ? Duration.ZERO : PAUSE), this::keepTidy);
                });
    }
}
