// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.hub.finding.FindingKey;

/** A finding as a client names it; answers repeat the client's own spelling. */
public record FindingIdentifier(String id, String productArn) {
    public FindingKey key() {
        return new FindingKey(productArn, id);
    }
}
