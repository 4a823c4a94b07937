// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import io.fleetward.audit.suppression.AuditSuppression;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The sort key of suppressions: by expiry, then by check and resource; those that never expire come last.
 *
 * <p>Immutable. Its text is the expiry in milliseconds since the epoch, a space, the check, a space, and the resource.
 *
 * @param expiresAt milliseconds since the epoch, {@link Long#MAX_VALUE} for never
 * @param resource a text that is equal for equal resources only
 */
public record SuppressionOrder(long expiresAt, String check, String resource) implements Comparable<SuppressionOrder> {
    private static final Comparator<SuppressionOrder> ORDER = Comparator.comparingLong(SuppressionOrder::expiresAt)
            .thenComparing(SuppressionOrder::check)
            .thenComparing(SuppressionOrder::resource);

    /** The key of a suppression whose resource has this text. */
    public static SuppressionOrder of(AuditSuppression suppression, String resource) {
        return new SuppressionOrder(
                millis(suppression.expiresAt()), suppression.check().value(), resource);
    }

    /** The expiry as a number. */
    public static long millis(@Nullable Instant expiresAt) {
        return expiresAt == null ? Long.MAX_VALUE : expiresAt.toEpochMilli();
    }

    /** Reads what {@link #key} wrote. */
    public static SuppressionOrder parse(String key) {
        String[] parts = key.split(" ", 3);
        if (parts.length < 3) {
            throw new IllegalArgumentException("not the key of a suppression: " + key);
        }
        return new SuppressionOrder(Long.parseLong(parts[0]), parts[1], parts[2]);
    }

    /** The text of the key. */
    public String key() {
        return expiresAt + " " + check + " " + resource;
    }

    @Override
    public int compareTo(SuppressionOrder other) {
        return ORDER.compare(this, other);
    }
}
