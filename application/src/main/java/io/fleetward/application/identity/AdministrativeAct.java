// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.identity;

import io.fleetward.kernel.AccountRegion;
import java.time.Instant;

/**
 * One line of the administrative log: who tried to change what, from where, and how it ended.
 *
 * <p>Immutable; holds names only, never request bodies or secrets.
 *
 * @param at when the request arrived
 * @param actor ARN of the caller
 * @param action AWS action name, for example {@code iot:CreatePolicy}
 * @param resource ARN of what was acted on, {@code *} where the action names none
 * @param outcome {@code Success}, or the wire name of the error that was answered
 */
public record AdministrativeAct(
        Instant at,
        AccountRegion scope,
        String actor,
        String accessKeyId,
        String action,
        String resource,
        String outcome,
        String sourceIp,
        String requestId) {
    /** The outcome of an act that was done. */
    public static final String SUCCESS = "Success";

    /** As long as an ARN may be; what a caller sends in its place must not fill the log. */
    private static final int LONGEST_RESOURCE = 2048;

    public AdministrativeAct {
        if (resource.length() > LONGEST_RESOURCE) {
            resource = resource.substring(0, LONGEST_RESOURCE);
        }
    }
}
