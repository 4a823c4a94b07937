// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.policy;

import io.fleetward.policy.document.DeviceAction;
import java.util.List;
import java.util.Map;

/**
 * One request whose decision is to be explained. Immutable.
 *
 * @param resource the full ARN, or {@code *} for actions without resource
 * @param context keys of the request besides what is known of the subject, or in its place; each with its values
 */
public record TraceRequest(
        AuthorizationSubject subject, DeviceAction action, String resource, Map<String, List<String>> context) {
    public TraceRequest {
        context = Map.copyOf(context);
    }
}
