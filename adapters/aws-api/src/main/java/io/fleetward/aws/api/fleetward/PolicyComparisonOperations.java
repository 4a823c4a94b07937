// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.fleetward;

import io.fleetward.application.identity.CallContext;
import io.fleetward.application.policy.PolicyComparisons;
import io.fleetward.aws.model.fleetward.ComparePoliciesRequest;
import io.fleetward.aws.model.fleetward.ComparePoliciesResponse;
import io.fleetward.aws.model.fleetward.FleetwardApi;
import io.fleetward.aws.model.fleetward.PolicyDifference;
import io.fleetward.policy.analysis.Difference;
import io.fleetward.policy.analysis.PolicyDiff;
import io.fleetward.policy.document.DeviceAction;
import java.util.TreeMap;

/** What a change of a policy changes. Thread-safe. */
public final class PolicyComparisonOperations implements FleetwardApi {
    private final PolicyComparisons comparisons;

    public PolicyComparisonOperations(PolicyComparisons comparisons) {
        this.comparisons = comparisons;
    }

    @Override
    public ComparePoliciesResponse comparePolicies(ComparePoliciesRequest request, CallContext context) {
        PolicyDiff diff = comparisons.compare(context.scope(), request.oldDocument(), request.newDocument());
        return ComparePoliciesResponse.builder()
                .differences(diff.differences().stream()
                        .map(PolicyComparisonOperations::shown)
                        .toList())
                .undecidedActions(diff.undecided().stream()
                        .sorted()
                        .map(DeviceAction::wireName)
                        .toList())
                .build();
    }

    private static PolicyDifference shown(Difference difference) {
        var circumstances = new TreeMap<String, String>();
        difference.witness().keys().forEach((key, values) -> circumstances.put(key, String.join("|", values)));
        return PolicyDifference.builder()
                .action(difference.witness().action().wireName())
                .resource(difference.witness().resource())
                .circumstances(circumstances)
                .before(difference.before().name())
                .after(difference.after().name())
                .build();
    }
}
