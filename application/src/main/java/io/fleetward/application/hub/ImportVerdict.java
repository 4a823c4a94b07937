// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.hub.finding.FindingKey;
import io.fleetward.hub.ingest.Provider;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** What can be said about a finding to import before the store is asked. */
sealed interface ImportVerdict {
    /**
     * The finding may be imported if the product is subscribed to.
     *
     * @param product the product's tail; the empty text when no subscription is needed
     */
    record Acceptable(ObjectNode document, FindingKey key, Provider provider, String product) implements ImportVerdict {
        boolean isAllowed(Set<String> subscribed) {
            return product.isEmpty() || subscribed.contains(product);
        }
    }

    /** The finding alone fails. */
    record Failed(ImportReport.Failure failure) implements ImportVerdict {}

    /** The call as a whole is refused, because the caller may not send for this product or account. */
    record Denied(String id, String productArn) implements ImportVerdict {}
}
