// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server.offline;

import io.fleetward.kernel.AccountId;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Region;
import io.fleetward.policy.document.PolicyDocument;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which accounts and regions a policy in a file is meant for: those that its resources name.
 *
 * <p>A policy says nothing about resources of other accounts, so that judged for the wrong one it would look harmless.
 * Immutable.
 *
 * @param otherwise where a policy applies that names none
 */
public record PolicyScopes(AccountRegion otherwise) {
    private static final int ARN_PARTS = 6;
    private static final int REGION_PART = 3;
    private static final int ACCOUNT_PART = 4;

    /** Every combination of the accounts and regions that these policies name; at least one. */
    List<AccountRegion> of(List<PolicyDocument> policies) {
        SortedSet<AccountId> accounts = new TreeSet<>();
        SortedSet<Region> regions = new TreeSet<>();
        policies.stream()
                .flatMap(policy -> policy.statements().stream())
                .flatMap(statement -> statement.resources().patterns().stream())
                .map(pattern -> pattern.text().split(":", ARN_PARTS))
                .filter(parts -> parts.length == ARN_PARTS)
                .forEach(parts -> {
                    if (AccountId.isValid(parts[ACCOUNT_PART])) {
                        accounts.add(new AccountId(parts[ACCOUNT_PART]));
                    }
                    if (Region.isValid(parts[REGION_PART])) {
                        regions.add(new Region(parts[REGION_PART]));
                    }
                });
        if (accounts.isEmpty()) {
            accounts.add(otherwise.account());
        }
        if (regions.isEmpty()) {
            regions.add(otherwise.region());
        }
        return accounts.stream()
                .flatMap(account -> regions.stream().map(region -> new AccountRegion(account, region)))
                .toList();
    }
}
