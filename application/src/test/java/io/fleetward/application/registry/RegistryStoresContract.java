// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry;

import io.fleetward.application.registry.account.LoggingSettingsContract;
import io.fleetward.application.registry.certificate.CaCertificatesContract;
import io.fleetward.application.registry.certificate.CertificatesContract;
import io.fleetward.application.registry.certificate.RegistrationCodesContract;
import io.fleetward.application.registry.index.IndexingModesContract;
import io.fleetward.application.registry.role.RoleAliasesContract;
import io.fleetward.application.registry.tag.TagsContract;
import io.fleetward.application.registry.thing.ThingGroupMembersContract;
import io.fleetward.application.registry.thing.ThingGroupsContract;
import io.fleetward.application.registry.thing.ThingPrincipalsContract;
import io.fleetward.application.registry.thing.ThingTypesContract;
import io.fleetward.application.registry.thing.ThingsContract;

/** The suites of all ports that store the registry. */
public interface RegistryStoresContract
        extends ThingsContract,
                ThingTypesContract,
                ThingGroupsContract,
                ThingGroupMembersContract,
                ThingPrincipalsContract,
                CertificatesContract,
                CaCertificatesContract,
                RegistrationCodesContract,
                TagsContract,
                LoggingSettingsContract,
                RoleAliasesContract,
                IndexingModesContract {}
