// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import io.fleetward.application.policy.Policies;
import io.fleetward.application.policy.PolicyAttachments;
import io.fleetward.application.registry.account.LoggingSettings;
import io.fleetward.application.registry.certificate.CaCertificates;
import io.fleetward.application.registry.certificate.Certificates;
import io.fleetward.application.registry.role.RoleAliases;
import io.fleetward.application.registry.thing.ThingStores;
import io.fleetward.application.store.Transactions;

/** Where the configuration that audits judge is kept, and the transactions to read it in. Thread-safe. */
public record RegistrySources(
        Transactions transactions,
        Certificates certificates,
        CaCertificates authorities,
        ThingStores things,
        Policies policies,
        PolicyAttachments attachments,
        LoggingSettings logging,
        RoleAliases roleAliases,
        RoleImports roleImports,
        ConnectionHistories connections,
        DeviceActivity activity) {}
