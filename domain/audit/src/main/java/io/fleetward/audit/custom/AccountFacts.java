// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.custom;

import io.fleetward.audit.custom.Fact.Source;
import io.fleetward.audit.custom.Profile.OfAccount;
import java.util.List;

/** What predicates may know of an account's settings. */
final class AccountFacts {
    static final List<Fact<OfAccount>> ALL = List.of(
            new Fact<>(
                    "account.id",
                    FactType.STRING,
                    Source.RESOURCE,
                    "its number",
                    profile -> profile.scope().account().value()),
            new Fact<>(
                    "account.region",
                    FactType.STRING,
                    Source.RESOURCE,
                    "the region",
                    profile -> profile.scope().region().value()),
            new Fact<>(
                    "account.isLogging",
                    FactType.BOOL,
                    Source.RESOURCE,
                    "whether anything is logged",
                    profile -> profile.logging().isEnabled()),
            new Fact<>(
                    "account.logLevel",
                    FactType.STRING,
                    Source.RESOURCE,
                    "`DEBUG`, `INFO`, `WARN`, `ERROR` or `DISABLED`; empty when it was never set",
                    profile -> {
                        var level = profile.logging().defaultLevel();
                        return level == null ? "" : level.name();
                    }));

    private AccountFacts() {}
}
