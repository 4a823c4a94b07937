// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub.central;

import io.fleetward.application.time.Timers;
import io.fleetward.application.work.Background;
import io.fleetward.kernel.AccountRegion;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;

/**
 * Decides when the associations of an administrator that failed are tried again: after a minute, then after pauses twice
 * as long each time up to an hour.
 *
 * <p>Thread-safe. Pauses are forgotten with the process: the next one tries at once and begins anew.
 */
final class AssociationRetries {
    static final Duration SHORTEST = Duration.ofMinutes(1);
    static final Duration LONGEST = Duration.ofHours(1);

    private final Background background;
    private final Consumer<AccountRegion> wake;
    private final ConcurrentMap<AccountRegion, Plan> plans = new ConcurrentHashMap<>();
    private final Set<AccountRegion> due = ConcurrentHashMap.newKeySet();

    private record Plan(Duration pause, Timers.Timer timer) {}

    /** @param wake told of an administrator with something to try again; must not block */
    AssociationRetries(Background background, Consumer<AccountRegion> wake) {
        this.background = background;
        this.wake = wake;
    }

    /** Has what failed tried again now. */
    void tryNow(AccountRegion administrator) {
        due.add(administrator);
        wake.accept(administrator);
    }

    /** Whether it is time to try again. */
    boolean isDue(AccountRegion administrator) {
        return due.contains(administrator);
    }

    /** Whether it is time to try again, which whoever asks does. */
    boolean takeDue(AccountRegion administrator) {
        return due.remove(administrator);
    }

    /** Something failed for the first time since it was changed. */
    void failed(AccountRegion administrator) {
        plan(administrator, SHORTEST);
    }

    /** Something failed again. */
    void failedAgain(AccountRegion administrator) {
        Plan before = plans.get(administrator);
        Duration pause = before == null ? SHORTEST : before.pause().multipliedBy(2);
        plan(administrator, pause.compareTo(LONGEST) > 0 ? LONGEST : pause);
    }

    /** Nothing is left that failed. */
    void settled(AccountRegion administrator) {
        Plan planned = plans.remove(administrator);
        if (planned != null) {
            planned.timer().cancel();
        }
    }

    private void plan(AccountRegion administrator, Duration pause) {
        plans.compute(administrator, (_, before) -> {
            if (before != null) {
                before.timer().cancel();
            }
            return new Plan(
                    pause,
                    background.timers().at(background.clock().instant().plus(pause), () -> tryNow(administrator)));
        });
    }
}
