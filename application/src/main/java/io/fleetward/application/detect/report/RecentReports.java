// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect.report;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.fleetward.kernel.AccountRegion;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Which reports came in the last hour, to know a repetition: the same device, number and payload. A number alone says
 * nothing, because agents count from zero again after a restart (detect, processing rules).
 *
 * <p>Thread-safe. Remembers a bounded number of reports, by a digest each.
 */
final class RecentReports {
    private static final int REMEMBERED = 262_144;
    private static final Duration MEMORY = Duration.ofHours(1);

    private final Cache<Key, Boolean> seen;

    private record Key(long first, long second) {}

    RecentReports(InstantSource clock) {
        seen = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterWrite(MEMORY)
                .ticker(() -> clock.millis() * 1_000_000)
                .executor(Runnable::run)
                .build();
    }

    /** Notes the report; answers whether it had not come yet. */
    boolean isNew(AccountRegion scope, String thing, long reportId, byte[] payload) {
        return seen.asMap().putIfAbsent(key(scope, thing, reportId, payload), Boolean.TRUE) == null;
    }

    /** Forgets the report, which could not be processed and may be sent again. */
    void forget(AccountRegion scope, String thing, long reportId, byte[] payload) {
        seen.invalidate(key(scope, thing, reportId, payload));
    }

    private static Key key(AccountRegion scope, String thing, long reportId, byte[] payload) {
        MessageDigest digest = sha256();
        digest.update((scope + "/" + reportId + "/" + thing + "\0").getBytes(StandardCharsets.UTF_8));
        var bytes = ByteBuffer.wrap(digest.digest(payload));
        return new Key(bytes.getLong(), bytes.getLong());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
