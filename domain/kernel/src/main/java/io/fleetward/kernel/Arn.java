// SPDX-License-Identifier: Apache-2.0
package io.fleetward.kernel;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An Amazon Resource Name, split into its six parts; region and account may be empty, the resource may hold colons.
 *
 * <p>Immutable.
 */
public record Arn(String partition, String service, String region, String account, String resource) {
    private static final int PARTS = 6;
    /** A path of any depth and the name, which has at most 64 characters. */
    private static final Pattern ROLE = Pattern.compile("role/([!-.0-~]+/)*[\\w+=,.@-]{1,64}");

    private static final Pattern TOPIC = Pattern.compile("[A-Za-z0-9_-]{1,256}(\\.fifo)?");

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

    /** Whether this has the form of an IAM role's ARN. */
    public boolean isRole() {
        return service.equals("iam")
                && region.isEmpty()
                && AccountId.isValid(account)
                && ROLE.matcher(resource).matches();
    }

    /** Whether this has the form of an SNS topic's ARN. */
    public boolean isTopic() {
        return service.equals("sns")
                && Region.isValid(region)
                && AccountId.isValid(account)
                && TOPIC.matcher(resource).matches();
    }

    @Override
    public String toString() {
        return "arn:" + partition + ":" + service + ":" + region + ":" + account + ":" + resource;
    }
}
