// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.fleetward;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IotError;
import io.fleetward.application.hub.CustomActionFiring;
import io.fleetward.application.hub.FindingIdentifier;
import io.fleetward.application.identity.CallContext;
import io.fleetward.aws.model.fleetward.FireCustomActionRequest;
import io.fleetward.aws.model.fleetward.FireCustomActionResponse;
import io.fleetward.aws.model.fleetward.FleetwardApi;
import io.fleetward.aws.model.fleetward.HubFindingIdentifier;
import java.util.List;

/** Sending findings and insights to the bus, which AWS offers in its console alone. Thread-safe. */
public final class CustomActionOperations implements FleetwardApi {
    private final CustomActionFiring firing;

    public CustomActionOperations(CustomActionFiring firing) {
        this.firing = firing;
    }

    @Override
    public FireCustomActionResponse fireCustomAction(FireCustomActionRequest request, CallContext context) {
        return FireCustomActionResponse.builder()
                .eventCount(fire(request, context))
                .build();
    }

    private int fire(FireCustomActionRequest request, CallContext context) {
        List<HubFindingIdentifier> findings = request.findingIdentifiers();
        String insight = request.insightArn();
        if (findings != null && insight == null) {
            List<FindingIdentifier> identifiers = findings.stream()
                    .map(identifier -> new FindingIdentifier(identifier.id(), identifier.productArn()))
                    .toList();
            return firing.fireFindings(context, request.actionTargetArn(), identifiers);
        }
        if (insight != null && findings == null) {
            return firing.fireInsight(context, request.actionTargetArn(), insight);
        }
        throw new ApiException(
                IotError.INVALID_REQUEST, "Either findingIdentifiers or insightArn must be given, and not both.");
    }
}
