// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.dimension;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Arn;
import java.time.Instant;
import java.util.List;

/**
 * A dimension as a user keeps it (detect, dimensions). Its name never changes, and topic filters are all it can be made
 * of.
 *
 * <p>Immutable.
 */
public record DimensionResource(AccountRegion scope, Dimension dimension, Instant createdAt, Instant modifiedAt) {
    /** The resource type in ARNs. */
    public static final String ARN_TYPE = "dimension";

    /** The wire name of the only type there is. */
    public static final String TYPE = "TOPIC_FILTER";

    public String name() {
        return dimension.name();
    }

    public Arn arn() {
        return arn(scope, name());
    }

    /** The ARN of the dimension with this name. */
    public static Arn arn(AccountRegion scope, String name) {
        return scope.arn("iot", ARN_TYPE + "/" + name);
    }

    /** This dimension with other filters. */
    public DimensionResource updated(List<String> filters, Instant at) {
        return new DimensionResource(scope, new Dimension(name(), filters), createdAt, at);
    }
}
