// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.custom;

import io.fleetward.detect.metric.CustomMetricType;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Arn;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A metric that a user defined and devices report (detect, custom metrics). Its name and type never change.
 *
 * <p>Immutable.
 *
 * @param displayName what people are shown; null when the user did not say
 */
public record CustomMetricDefinition(
        AccountRegion scope,
        String name,
        CustomMetricType type,
        @Nullable String displayName,
        Instant createdAt,
        Instant modifiedAt) {
    /** The resource type in ARNs. */
    public static final String ARN_TYPE = "custommetric";

    private static final String RESERVED = "aws:";

    public Arn arn() {
        return arn(scope, name);
    }

    /** The ARN of the custom metric with this name. */
    public static Arn arn(AccountRegion scope, String name) {
        return scope.arn("iot", ARN_TYPE + "/" + name);
    }

    /** Whether names like this are kept for the metrics of AWS. */
    public static boolean isReserved(String name) {
        return name.startsWith(RESERVED);
    }

    /** This metric, shown to people by another name. */
    public CustomMetricDefinition displayedAs(String newName, Instant at) {
        return new CustomMetricDefinition(scope, name, type, newName, createdAt, at);
    }
}
