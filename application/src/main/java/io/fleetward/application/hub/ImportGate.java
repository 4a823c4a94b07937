// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.hub.ImportReport.Failure;
import io.fleetward.application.hub.ImportVerdict.Acceptable;
import io.fleetward.application.hub.ImportVerdict.Denied;
import io.fleetward.application.hub.ImportVerdict.Failed;
import io.fleetward.hub.finding.FindingKey;
import io.fleetward.hub.ingest.Admission;
import io.fleetward.hub.ingest.Provider;
import io.fleetward.hub.product.Product;
import io.fleetward.hub.product.ProductArn;
import io.fleetward.hub.product.Products;
import io.fleetward.hub.source.FindingSources;
import io.fleetward.kernel.AccountRegion;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Judges findings to import as far as that needs no store: their form, and who may send for which product and account.
 *
 * <p>Immutable (hub, ProductArn and account rules). Deviation: no publisher is allowed to send into other accounts.
 *
 * @param sender in whose name the findings may be
 */
record ImportGate(Products products, AccountRegion scope, Sender sender) {
    /** Who sends findings. */
    enum Sender {
        /** A caller, for itself and for partners. */
        CALLER,
        /** A caller who brings findings from elsewhere, also for the platform's products that have their own formats. */
        IMPORTER,
        /** The platform itself. */
        PLATFORM
    }

    /** The verdict on each finding, in order. */
    List<ImportVerdict> judge(List<ObjectNode> findings) {
        var verdicts = new ArrayList<ImportVerdict>(findings.size());
        for (int i = 0; i < findings.size(); i++) {
            ObjectNode sent = findings.get(i);
            String id = sent.path("Id").isString() ? sent.path("Id").stringValue() : "Findings[" + i + "]";
            verdicts.add(
                    switch (Admission.of(sent)) {
                        case Admission.Refused refused -> new Failed(Failure.invalidInput(id, refused.reason()));
                        case Admission.Admitted admitted -> judge(admitted.document());
                    });
        }
        return verdicts;
    }

    private ImportVerdict judge(ObjectNode finding) {
        String id = finding.path("Id").stringValue();
        String text = finding.path("ProductArn").stringValue();
        ProductArn arn = ProductArn.parse(text);
        if (arn == null) {
            return new Failed(Failure.invalidInput(id, "ProductArn is not the ARN of a product: " + text));
        }
        if (!maySend(arn, finding.path("AwsAccountId").stringValue())) {
            return new Denied(id, text);
        }
        if (!arn.isIn(scope)) {
            String message = "ProductArn names another Region than " + scope.region() + ": " + text;
            return new Failed(Failure.invalidInput(id, message));
        }
        var key = new FindingKey(text, id);
        if (arn.isOwnProduct()) {
            return new Acceptable(finding, key, Provider.CUSTOM, "");
        }
        Product product = products.find(arn.tail());
        return product == null
                ? new Failed(Failure.invalidAccess(id, "Unknown product: " + text))
                : new Acceptable(finding, key, Provider.of(product), arn.tail());
    }

    private boolean maySend(ProductArn product, String account) {
        boolean isOwn = account.equals(scope.account().value());
        if (sender == Sender.PLATFORM) {
            return isOwn && product.isPlatformProduct();
        }
        boolean isConnected = sender == Sender.IMPORTER && FindingSources.isConnected(product.tail());
        boolean isForeign = product.isOwnProduct() && !product.equals(ownProductIn(product));
        return isOwn && (isConnected || !product.isPlatformProduct()) && !isForeign;
    }

    /** The caller's own default product, in whatever region the ARN names. */
    private ProductArn ownProductIn(ProductArn product) {
        String account = scope.account().value();
        return new ProductArn(product.partition(), product.region(), account, account + "/default");
    }
}
