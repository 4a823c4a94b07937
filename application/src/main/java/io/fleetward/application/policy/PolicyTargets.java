// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.policy;

import static io.fleetward.application.registry.RegistryRefusals.invalid;
import static io.fleetward.application.registry.RegistryRefusals.notFound;

import io.fleetward.application.registry.certificate.Certificates;
import io.fleetward.application.registry.thing.ThingGroups;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.registry.certificate.CertificateId;
import io.fleetward.registry.thing.ThingGroup;
import io.fleetward.registry.thing.ThingGroupName;

/** Where the targets of policies are found. Cognito identities live elsewhere: every well-formed id exists. */
public record PolicyTargets(Certificates certificates, ThingGroups groups) {
    /** Refuses a target that does not exist. */
    void require(Tx tx, AccountRegion scope, PolicyTarget target) {
        boolean exists = switch (target.kind()) {
            case CERTIFICATE -> {
                CertificateId id = CertificateId.ofArn(scope, target.text());
                yield id != null && certificates.find(tx, scope, id) != null;
            }
            case THING_GROUP -> {
                ThingGroupName name = ThingGroupName.ofArn(scope, target.text());
                yield name != null && groups.find(tx, scope, name) != null;
            }
            case COGNITO_IDENTITY -> true;
        };
        if (!exists) {
            throw notFound("Target", target.text());
        }
    }

    /** Refuses a target that does not exist, or whose members a query decides: such groups grant nothing. */
    void requireAttachable(Tx tx, AccountRegion scope, PolicyTarget target) {
        require(tx, scope, target);
        ThingGroupName name = ThingGroupName.ofArn(scope, target.text());
        ThingGroup group = name == null ? null : groups.find(tx, scope, name);
        if (group != null && group.isDynamic()) {
            throw invalid("target: policies cannot be attached to a dynamic thing group: " + target.text());
        }
    }
}
