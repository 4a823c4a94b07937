// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.fleetward;

import io.fleetward.application.policy.AuthorizationTrace;
import io.fleetward.application.policy.AuthorizationTrace.TracedPolicy;
import java.util.ArrayList;
import java.util.List;

/** Says in one sentence why a request is decided as it is. */
final class TraceReasons {
    private TraceReasons() {}

    static String of(AuthorizationTrace trace) {
        return switch (trace.decision().outcome()) {
            case ALLOWED -> "Allowed by " + deciding(trace) + ", and denied by none.";
            case EXPLICIT_DENY -> "Denied by " + deciding(trace) + ".";
            case IMPLICIT_DENY ->
                trace.policies().isEmpty()
                        ? "No policy is in force, so nothing is allowed."
                        : "No statement of the policies in force allows it.";
        };
    }

    /** The first of the statements that decided, and how many others did. */
    private static String deciding(AuthorizationTrace trace) {
        List<String> deciding = new ArrayList<>();
        for (TracedPolicy traced : trace.policies()) {
            for (int i = 0; i < traced.statements().size(); i++) {
                if (trace.decision().isDecidedBy(traced.statements().get(i).trace())) {
                    deciding.add("statement " + (i + 1) + " of policy "
                            + traced.policy().name());
                }
            }
        }
        int others = deciding.size() - 1;
        return deciding.getFirst() + (others == 0 ? "" : " and " + others + (others == 1 ? " other" : " others"));
    }
}
