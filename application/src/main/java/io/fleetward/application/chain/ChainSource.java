// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.chain;

import io.fleetward.application.store.Tx;
import io.fleetward.hub.finding.Finding;
import io.fleetward.hub.product.ProductArn;
import io.fleetward.kernel.AccountRegion;

/** A part of the product that knows something of what findings come from, or of what was done about them. */
interface ChainSource {
    /** Adds what it knows of the finding, which belongs to the owner. */
    void trace(Tx tx, AccountRegion owner, Finding finding, ChainDraft chain);

    /** The tail of the product that the finding comes from, the empty text for none that is known. */
    static String product(Finding finding) {
        ProductArn product = ProductArn.parse(finding.productArn());
        return product == null ? "" : product.tail();
    }

    /** A field of its product, the empty text when it has none. */
    static String field(Finding finding, String name) {
        return finding.document().path("ProductFields").path(name).stringValue("");
    }
}
