// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.ingest;

import io.fleetward.hub.product.Product;

/**
 * The sender of findings, as far as it shapes them. Immutable.
 *
 * @param productName the default for {@code ProductName}
 * @param companyName the default for {@code CompanyName}
 * @param namesItself whether its findings may bring names of their own
 * @param resolvesPassed whether its findings are resolved as soon as their check passes
 */
public record Provider(String productName, String companyName, boolean namesItself, boolean resolvesPassed) {
    /** An account sending in its own name. */
    public static final Provider CUSTOM = new Provider("Default", "Personal", true, false);

    /** A product of the catalogue. */
    public static Provider of(Product product) {
        boolean ownChecks =
                product.tail().equals("aws/securityhub") || product.tail().equals("aws/config");
        return new Provider(product.name(), product.company(), false, ownChecks);
    }
}
