// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect.report;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.fleetward.broker.limit.Allowance;
import io.fleetward.kernel.AccountRegion;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * How fast devices may report, device by device and account by account. A device that is too fast spends nothing of its
 * account's.
 *
 * <p>Thread-safe. Holds what it knows about a bounded number of devices; one that is forgotten begins anew.
 */
final class ReportPace {
    private static final int REMEMBERED = 100_000;
    private static final long NOTICE_MILLIS = 1_000;

    private final ReportLimits limits;
    private final ConcurrentMap<Device, DevicePace> devices;
    private final Map<AccountRegion, Allowance> accounts = new ConcurrentHashMap<>();

    /** What becomes of a report. */
    enum Verdict {
        ADMITTED,
        /** Too fast, and the device is to be told. */
        REFUSED,
        /** Too fast, and the device was told so less than a second ago. */
        IGNORED
    }

    private record Device(AccountRegion scope, String thing) {}

    /** The device's allowance, when it was last told to slow down, and what became of its latest report. */
    private record DevicePace(Allowance allowance, long toldAt, Verdict latest) {
        DevicePace tooFast(long now) {
            boolean isTold = now - toldAt < NOTICE_MILLIS;
            return new DevicePace(allowance, isTold ? toldAt : now, isTold ? Verdict.IGNORED : Verdict.REFUSED);
        }
    }

    ReportPace(ReportLimits limits) {
        this.limits = limits;
        Cache<Device, DevicePace> cache = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .executor(Runnable::run)
                .build();
        devices = cache.asMap();
    }

    Verdict admit(AccountRegion scope, String thing, long now) {
        DevicePace pace = devices.compute(
                new Device(scope, thing), (_, known) -> next(scope, known == null ? unknown(now) : known, now));
        return pace.latest();
    }

    private DevicePace unknown(long now) {
        return new DevicePace(
                Allowance.full(limits.devicePerSecond(), limits.deviceBurst(), now),
                now - NOTICE_MILLIS,
                Verdict.ADMITTED);
    }

    private DevicePace next(AccountRegion scope, DevicePace pace, long now) {
        if (!pace.allowance().hasAny(now) || !spendOfAccount(scope, now)) {
            return pace.tooFast(now);
        }
        return new DevicePace(pace.allowance().spend(1, now), pace.toldAt(), Verdict.ADMITTED);
    }

    private boolean spendOfAccount(AccountRegion scope, long now) {
        var isSpent = new boolean[1];
        accounts.compute(scope, (_, known) -> {
            Allowance allowance = known == null ? Allowance.full(limits.accountPerSecond(), now) : known;
            isSpent[0] = allowance.hasAny(now);
            return isSpent[0] ? allowance.spend(1, now) : allowance;
        });
        return isSpent[0];
    }
}
