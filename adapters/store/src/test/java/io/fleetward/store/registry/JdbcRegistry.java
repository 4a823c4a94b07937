// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.registry;

import io.fleetward.application.registry.RegistryStores;
import io.fleetward.application.registry.thing.ThingStores;
import io.fleetward.application.store.Transactions;

/** The registry's repositories as its contract suites want them. */
final class JdbcRegistry {
    private JdbcRegistry() {}

    static RegistryStores on(Transactions transactions) {
        var things = new ThingStores(
                new JdbcThings(),
                new JdbcThingTypes(),
                new JdbcThingGroups(),
                new JdbcThingGroupMembers(),
                new JdbcThingPrincipals());
        return new RegistryStores(
                transactions,
                things,
                new JdbcCertificates(),
                new JdbcCaCertificates(),
                new JdbcRegistrationCodes(),
                new JdbcTags(),
                new JdbcLoggingSettings(),
                new JdbcRoleAliases(),
                new JdbcIndexingModes());
    }
}
