// SPDX-License-Identifier: Apache-2.0
package io.fleetward.kernel;

import java.util.Comparator;

/**
 * The tenant key: every row, topic, session, model and credential belongs to exactly one account in one region.
 *
 * <p>Immutable.
 */
public record AccountRegion(AccountId account, Region region) implements Comparable<AccountRegion> {
    private static final Comparator<AccountRegion> ORDER =
            Comparator.comparing(AccountRegion::account).thenComparing(AccountRegion::region);

    /** Builds the key from its two texts. */
    public static AccountRegion of(String account, String region) {
        return new AccountRegion(new AccountId(account), new Region(region));
    }

    /** The ARN of a resource of this account and region, for example {@code arn("iot", "thing/pump-7")}. */
    public Arn arn(String service, String resource) {
        return new Arn(region.partition(), service, region.value(), account.value(), resource);
    }

    @Override
    public int compareTo(AccountRegion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return account + "/" + region;
    }
}
