// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server.fleet;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.identity.CallContext;
import io.fleetward.aws.api.iot.AuditConfigurationOperations;
import io.fleetward.aws.api.iot.AuditTaskOperations;
import io.fleetward.aws.api.iot.CertificateOperations;
import io.fleetward.aws.api.iot.PolicyAttachmentOperations;
import io.fleetward.aws.api.iot.PolicyOperations;
import io.fleetward.aws.api.iot.ProfileAttachmentOperations;
import io.fleetward.aws.api.iot.SecurityProfileOperations;
import io.fleetward.aws.api.iot.ThingGroupMembershipOperations;
import io.fleetward.aws.api.iot.ThingGroupOperations;
import io.fleetward.aws.api.iot.ThingOperations;
import io.fleetward.aws.api.iot.ThingPrincipalOperations;
import io.fleetward.aws.api.iot.ThingTypeOperations;
import io.fleetward.aws.api.securityhub.HubOperations;
import io.fleetward.aws.api.securityhub.ProductOperations;
import io.fleetward.kernel.AccountRegion;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The operations of the API that make a fleet, and in whose name.
 *
 * @param caller gives each call its context
 */
public record FleetApi(Registry registry, Guards guards, Supplier<CallContext> caller) {
    private static final Set<String> THERE =
            Set.of("ResourceAlreadyExistsException", "ResourceConflictException", "PolicyAlreadyExistsException");

    /** Devices and what they may do. */
    public record Registry(
            ThingTypeOperations types,
            ThingGroupOperations groups,
            ThingGroupMembershipOperations members,
            ThingOperations things,
            ThingPrincipalOperations principals,
            CertificateOperations certificates,
            PolicyOperations policies,
            PolicyAttachmentOperations attachments) {}

    /** What watches over them. */
    public record Guards(
            HubOperations hub,
            ProductOperations products,
            AuditConfigurationOperations auditSettings,
            AuditTaskOperations audits,
            SecurityProfileOperations profiles,
            ProfileAttachmentOperations profileTargets) {}

    CallContext context() {
        return caller.get();
    }

    AccountRegion scope() {
        return context().scope();
    }

    /** Calls an operation that creates something; what an earlier start created is left as it is. */
    static void unlessThere(Runnable creation) {
        try {
            creation.run();
        } catch (ApiException refused) {
            if (!THERE.contains(refused.code().wireName())) {
                throw refused;
            }
        }
    }
}
