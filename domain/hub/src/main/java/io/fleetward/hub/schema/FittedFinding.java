// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.schema;

import io.fleetward.kernel.Problem;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * A finding after it was made to fit, and what that cost.
 *
 * @param document a document of its own; it may still be no finding
 */
public record FittedFinding(ObjectNode document, List<Problem> losses) {
    public FittedFinding {
        losses = List.copyOf(losses);
    }
}
