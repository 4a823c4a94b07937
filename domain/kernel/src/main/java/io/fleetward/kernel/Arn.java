// SPDX-License-Identifier: Apache-2.0
package io.fleetward.kernel;

import org.jspecify.annotations.Nullable;

/**
 * An Amazon Resource Name, split into its six parts; region and account may be empty, the resource may hold colons.
 *
 * <p>Immutable.
 */
public record Arn(String partition, String service, String region, String account, String resource) {
    private static final int PARTS = 6;

    /** Splits the text, or answers null when it is not an ARN. */
    public static @Nullable Arn parse(String text) {
        String[] parts = text.split(":", PARTS);
        if (parts.length < PARTS || !"arn".equals(parts[0]) || parts[1].isEmpty() || parts[2].isEmpty()) {
            return null;
        }
        return parts[5].isEmpty() ? null : new Arn(parts[1], parts[2], parts[3], parts[4], parts[5]);
    }

    /** Whether this ARN names something of the given account and region. */
    public boolean belongsTo(AccountRegion scope) {
        return region.equals(scope.region().value())
                && account.equals(scope.account().value())
                && partition.equals(scope.region().partition());
    }

    /** The part of the resource after {@code type/}, or null when the resource is of another type. */
    public @Nullable String nameOf(String type) {
        String prefix = type + "/";
        return resource.startsWith(prefix) && resource.length() > prefix.length()
                ? resource.substring(prefix.length())
                : null;
    }

    @Override
    public String toString() {
        return "arn:" + partition + ":" + service + ":" + region + ":" + account + ":" + resource;
    }
}
