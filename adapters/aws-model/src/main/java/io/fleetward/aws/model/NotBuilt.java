// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.model;

import io.fleetward.application.error.AccessError;
import io.fleetward.application.error.ApiException;

/** The refusal of an operation that exists in the service model and is not built here. */
public final class NotBuilt {
    private NotBuilt() {}

    /** Names the operation, the reason, and the page that lists what is built. */
    public static ApiException operation(String service, String operation) {
        return new ApiException(
                AccessError.NOT_IMPLEMENTED,
                "Fleetward does not implement %s %s: %s. Implemented operations are listed in docs/reference/operations.md."
                        .formatted(service, operation, reason(service, operation)));
    }

    /** Why the operation is not built, for people. */
    public static String reason(String service, String operation) {
        return UnbuiltParts.reason(service, operation);
    }
}
