// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.store.Transactions;
import io.fleetward.application.time.VirtualTimers;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.testkit.VirtualClock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the administrative log does on any store. */
public abstract class AdministrativeActsContract {
    private static final AccountRegion HERE = AccountRegion.of("000000000000", "us-east-1");
    private static final AccountRegion THERE = AccountRegion.of("000000000000", "eu-west-1");

    private final VirtualClock clock = VirtualClock.atStart();
    private final VirtualTimers timers = new VirtualTimers(clock);
    private StoredAdministrativeLog log;

    protected abstract Transactions transactions();

    protected abstract AdministrativeActs acts();

    @BeforeEach
    void makeLog() {
        log = new StoredAdministrativeLog(transactions(), acts(), timers, clock);
    }

    @Test
    void keepsEveryFieldOfAnAct() {
        AdministrativeAct act = act(HERE, "iot:CreatePolicy");

        log.record(act);

        assertThat(log.newest(HERE, PageRequest.first(10)).items()).containsExactly(act);
    }

    @Test
    void listsTheNewestFirstInPages() {
        for (String action : new String[] {"a:1", "a:2", "a:3", "a:4", "a:5"}) {
            log.record(act(HERE, action));
        }

        Page<AdministrativeAct> first = log.newest(HERE, PageRequest.first(2));
        log.record(act(HERE, "a:6"));
        Page<AdministrativeAct> second = log.newest(HERE, new PageRequest(2, first.next()));
        Page<AdministrativeAct> third = log.newest(HERE, new PageRequest(2, second.next()));

        assertThat(first.items()).extracting(AdministrativeAct::action).containsExactly("a:5", "a:4");
        assertThat(second.items()).extracting(AdministrativeAct::action).containsExactly("a:3", "a:2");
        assertThat(third.items()).extracting(AdministrativeAct::action).containsExactly("a:1");
        assertThat(third.next()).isNull();
    }

    @Test
    void showsEachTenantOnlyItsOwn() {
        log.record(act(HERE, "a:here"));
        log.record(act(THERE, "a:there"));

        assertThat(log.newest(THERE, PageRequest.first(10)).items())
                .extracting(AdministrativeAct::action)
                .containsExactly("a:there");
    }

    @Test
    void letsOldActsExpireByItself() {
        for (int number = 0; number < 1200; number++) {
            AdministrativeAct act = act(HERE, "a:" + number);
            transactions().writeAsync(tx -> {
                acts().append(tx, act);
                return true;
            });
        }
        clock.advance(StoredAdministrativeLog.RETENTION.minusMinutes(30));
        log.record(act(HERE, "a:young"));

        log.keepTidy();
        awaitStore();
        assertThat(log.newest(HERE, PageRequest.first(2000)).items()).hasSize(1201);
        for (int round = 0; round < 5; round++) {
            timers.advance(Duration.ofHours(1));
            awaitStore();
        }

        assertThat(log.newest(HERE, PageRequest.first(2000)).items())
                .extracting(AdministrativeAct::action)
                .containsExactly("a:young");
    }

    /** What was asked of the store before is done when this returns. */
    private void awaitStore() {
        transactions().write(tx -> true);
    }

    private AdministrativeAct act(AccountRegion scope, String action) {
        return new AdministrativeAct(
                clock.instant(),
                scope,
                "arn:aws:iam::000000000000:user/ann",
                "AKIA1",
                action,
                "arn:aws:iot:us-east-1:000000000000:policy/p",
                AdministrativeAct.SUCCESS,
                "127.0.0.1",
                "request-1");
    }
}
