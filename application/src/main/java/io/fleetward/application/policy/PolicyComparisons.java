// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.policy;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IotError;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.policy.NamedPolicy;
import io.fleetward.policy.analysis.PolicyDiff;
import io.fleetward.policy.document.ParseResult;
import io.fleetward.policy.document.PolicyDocument;
import java.util.List;

/** Tells what changes when one policy takes the place of another, before anybody does it. Immutable. */
public final class PolicyComparisons {
    private final PolicyLimits limits;

    public PolicyComparisons(PolicyLimits limits) {
        this.limits = limits;
    }

    /** Compares two documents for devices of this account and region; refuses what could not be a policy. */
    public PolicyDiff compare(AccountRegion scope, String before, String after) {
        return PolicyDiff.between(scope, List.of(read("oldDocument", before)), List.of(read("newDocument", after)));
    }

    private NamedPolicy read(String member, String text) {
        return switch (PolicyDocument.parse(text, limits.documentSize())) {
            case ParseResult.Parsed(PolicyDocument document) -> new NamedPolicy(member, "1", document);
            case ParseResult.Malformed malformed ->
                throw new ApiException(IotError.MALFORMED_POLICY, member + ": " + malformed.text());
        };
    }
}
