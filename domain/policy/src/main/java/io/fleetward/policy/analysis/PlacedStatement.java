// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.analysis;

import io.fleetward.policy.NamedPolicy;
import io.fleetward.policy.document.DeviceAction;
import io.fleetward.policy.document.Statement;
import java.util.List;
import java.util.stream.Stream;

/** A statement and the policy it stands in. Immutable. */
public record PlacedStatement(NamedPolicy policy, Statement statement) {
    /** All statements of the policies, in order. */
    static Stream<PlacedStatement> of(List<NamedPolicy> policies) {
        return policies.stream()
                .flatMap(policy -> policy.document().statements().stream()
                        .map(statement -> new PlacedStatement(policy, statement)));
    }

    /** The statements of the policies that speak of the action. */
    static List<PlacedStatement> about(DeviceAction action, List<NamedPolicy> policies) {
        return of(policies)
                .filter(source -> source.statement().actions().covers(action))
                .toList();
    }

    @Override
    public String toString() {
        return "statement at " + statement.position() + " of " + policy.name() + ":" + policy.versionId();
    }
}
