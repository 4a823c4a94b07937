// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.product;

import java.util.List;
import java.util.Set;

/**
 * A product of the catalogue.
 *
 * @param tail company and product as in its ARN, for example {@code aws/iot-device-defender-audit}
 * @param name as in {@code ProductName} of its findings
 * @param company as in {@code CompanyName} of its findings
 */
public record Product(
        String tail,
        String name,
        String company,
        String description,
        List<String> categories,
        Set<IntegrationType> integrationTypes) {
    public Product {
        categories = List.copyOf(categories);
        integrationTypes = Set.copyOf(integrationTypes);
    }

    /** What the product does with findings. The constants' names are the wire names. */
    public enum IntegrationType {
        SEND_FINDINGS_TO_SECURITY_HUB,
        RECEIVE_FINDINGS_FROM_SECURITY_HUB,
        UPDATE_FINDINGS_IN_SECURITY_HUB
    }
}
