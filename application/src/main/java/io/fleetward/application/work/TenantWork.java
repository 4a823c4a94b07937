// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.work;

import io.fleetward.kernel.AccountRegion;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works off the queues of accounts and regions: each by one job at a time, different ones side by side as the executor
 * allows.
 *
 * <p>Thread-safe. The queues are in the store, so that nothing is lost here; a job that fails is tried again.
 */
public final class TenantWork {
    private static final Duration RETRY = Duration.ofSeconds(30);
    private static final Logger LOG = LoggerFactory.getLogger(TenantWork.class);

    private final String name;
    private final Background background;
    private final Queue queue;
    private final Set<AccountRegion> busy = ConcurrentHashMap.newKeySet();

    /**
     * Work of one kind.
     *
     * @param name of the log event when a job fails
     */
    public TenantWork(String name, Background background, Queue queue) {
        this.name = name;
        this.background = background;
        this.queue = queue;
    }

    /** What one account and region has to do. */
    public interface Queue {
        /** Whether there is something to do now. */
        boolean hasWork(AccountRegion scope);

        /** Does everything that can be done now; blocks. */
        void workOff(AccountRegion scope);
    }

    /** Has the queue worked off, if that is not already happening; never blocks. */
    public void wake(AccountRegion scope) {
        if (busy.add(scope)) {
            background.executor().execute(() -> work(scope));
        }
    }

    private void work(AccountRegion scope) {
        try {
            do {
                queue.workOff(scope);
                busy.remove(scope);
                // Something may have been stored after the queue was found empty and before this job said so.
            } while (queue.hasWork(scope) && busy.add(scope));
        } catch (RuntimeException failure) {
            interrupted(scope, failure);
        } catch (Error failure) {
            interrupted(scope, failure);
            throw failure;
        }
    }

    private void interrupted(AccountRegion scope, Throwable failure) {
        busy.remove(scope);
        LOG.atError()
                .addKeyValue("account", scope.account())
                .addKeyValue("region", scope.region())
                .setCause(failure)
                .log(name);
        background.timers().at(background.clock().instant().plus(RETRY), () -> wake(scope));
    }
}
