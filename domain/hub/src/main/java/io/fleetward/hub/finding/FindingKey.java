// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.finding;

import io.fleetward.kernel.AccountId;
import io.fleetward.kernel.Arn;
import org.jspecify.annotations.Nullable;

/**
 * What identifies a finding within one account and region of the hub: the product that sent it and its Id.
 *
 * <p>Partner products are written with and without their publisher's account number; both spellings are the same
 * product, so the key holds the one without. Immutable.
 */
public final class FindingKey {
    private final String productArn;
    private final String id;
    private volatile @Nullable String fingerprint;

    public FindingKey(String productArn, String id) {
        this.productArn = withoutPublisher(productArn);
        this.id = id;
    }

    public String productArn() {
        return productArn;
    }

    public String id() {
        return id;
    }

    /**
     * 32 hexadecimal digits that stand for this key wherever the key itself is too long: 128 bits of the SHA-256 of
     * product and Id. They also break ties in sorted lists.
     */
    public String fingerprint() {
        String known = fingerprint;
        if (known == null) {
            known = Fingerprint.of(productArn, id);
            fingerprint = known;
        }
        return known;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FindingKey key && id.equals(key.id) && productArn.equals(key.productArn);
    }

    @Override
    public int hashCode() {
        return 31 * productArn.hashCode() + id.hashCode();
    }

    @Override
    public String toString() {
        return "FindingKey[productArn=" + productArn + ", id=" + id + "]";
    }

    private static String withoutPublisher(String productArn) {
        Arn arn = Arn.parse(productArn);
        if (arn == null || !AccountId.isValid(arn.account()) || arn.resource().equals(ownProduct(arn.account()))) {
            return productArn;
        }
        return new Arn(arn.partition(), arn.service(), arn.region(), "", arn.resource()).toString();
    }

    private static String ownProduct(String account) {
        return "product/" + account + "/default";
    }
}
