// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.sns;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.SnsError;

/** Refuses members that the model has and this service does not. */
final class Unsupported {
    private Unsupported() {}

    static void refuse(String member, boolean isGiven) {
        if (isGiven) {
            throw new ApiException(
                    SnsError.INVALID_PARAMETER, "Invalid parameter: " + member + " Reason: not supported");
        }
    }
}
