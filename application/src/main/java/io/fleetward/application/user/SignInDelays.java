// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.user;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes whoever guesses passwords wait: after some failures in a row each further one doubles the time during which
 * nothing is tried at all. Counts for whom and from where, the latter more patiently, because people share addresses.
 *
 * <p>Thread-safe. Remembers a bounded number of each and forgets the ones least recently tried; a count is forgotten
 * after a quiet {@link #MEMORY}. An attempt counts as failed from its beginning, so that guesses sent at the same time
 * are not tried beyond the limit either.
 */
public final class SignInDelays {
    /** Failures for one user before he is locked out. */
    public static final int USER_FAILURES = 5;

    /** Failures from one address before it is locked out. */
    public static final int ADDRESS_FAILURES = 20;

    /** The first time of being locked out. */
    public static final Duration FIRST = Duration.ofSeconds(30);

    /** The longest time of being locked out. */
    public static final Duration LONGEST = Duration.ofMinutes(15);

    /** How long failures are remembered after the last. */
    public static final Duration MEMORY = Duration.ofHours(1);

    private static final int MOST_REMEMBERED = 10_000;

    private final InstantSource clock;
    private final Map<String, Failures> ofUsers = new Remembered();
    private final Map<String, Failures> ofAddresses = new Remembered();

    /** Failures in a row, the last of them, and until when nothing is tried. */
    private record Failures(int count, Instant last, Instant until) {}

    public SignInDelays(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * An attempt begins and counts as failed until {@link #succeeded}.
     *
     * @return how long to wait instead; zero when it may be tried
     */
    public synchronized Duration begin(String user, String address) {
        Instant now = clock.instant();
        Duration wait = longer(wait(ofUsers.get(user), now), wait(ofAddresses.get(address), now));
        if (wait.isZero()) {
            fail(ofUsers, user, USER_FAILURES, now);
            fail(ofAddresses, address, ADDRESS_FAILURES, now);
        }
        return wait;
    }

    /** The attempt was right after all. */
    public synchronized void succeeded(String user, String address) {
        ofUsers.remove(user);
        ofAddresses.computeIfPresent(
                address,
                (_, failures) ->
                        failures.count == 1 ? null : new Failures(failures.count - 1, failures.last, failures.last));
    }

    private static void fail(Map<String, Failures> all, String key, int limit, Instant now) {
        Failures before = all.get(key);
        int count = before != null && now.isBefore(before.last.plus(MEMORY)) ? before.count + 1 : 1;
        all.put(key, new Failures(count, now, now.plus(delay(count - limit))));
    }

    private static Duration delay(int beyond) {
        if (beyond < 0) {
            return Duration.ZERO;
        }
        Duration doubled = FIRST.multipliedBy(1L << Math.min(beyond, 16));
        return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }

    private static Duration wait(@Nullable Failures failures, Instant now) {
        return failures != null && now.isBefore(failures.until) ? Duration.between(now, failures.until) : Duration.ZERO;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** Forgets what was least recently tried. */
    private static final class Remembered extends LinkedHashMap<String, Failures> {
        private static final long serialVersionUID = 1L;

        Remembered() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MOST_REMEMBERED;
        }
    }
}
