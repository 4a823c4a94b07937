// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.check;

import io.fleetward.audit.AuditedResource;
import io.fleetward.audit.ReasonCode;
import io.fleetward.audit.check.CheckResult.NonCompliance;
import io.fleetward.policy.analysis.Answer;
import io.fleetward.policy.analysis.Grant;
import io.fleetward.policy.analysis.IotActions;
import io.fleetward.policy.analysis.RoleAccess;
import io.fleetward.policy.document.DeviceAction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What is found to be too much about the role of one resource. Confined to one check. */
final class RoleFaults {
    static final ReasonCode THING_READ = new ReasonCode("ALLOWS_BROAD_ACCESS_TO_IOT_THING_ADMIN_READ_ACTIONS");
    static final ReasonCode THING_WRITE = new ReasonCode("ALLOWS_ACCESS_TO_IOT_THING_ADMIN_WRITE_ACTIONS");
    static final ReasonCode NON_THING = new ReasonCode("ALLOWS_ACCESS_TO_IOT_NON_THING_ADMIN_ACTIONS");
    static final ReasonCode DATA_PLANE = new ReasonCode("ALLOWS_BROAD_ACCESS_TO_IOT_DATA_PLANE_ACTIONS");

    private final AuditedResource resource;
    private final AuditedResource role;
    private final List<NonCompliance> found = new ArrayList<>();

    /** @param role what the faults are related to */
    RoleFaults(AuditedResource resource, AuditedResource role) {
        this.resource = resource;
        this.role = role;
    }

    /**
     * Notes that the role allows these, if there are any.
     *
     * @param what goes on after "Role allows"
     */
    void add(ReasonCode code, String what, Collection<String> allowed) {
        if (!allowed.isEmpty()) {
            String reason = "Role allows " + what + ": [" + String.join(", ", allowed) + "].";
            found.add(new NonCompliance(resource, List.of(role), code, reason));
        }
    }

    /** Notes what could be read of any thing. */
    void addThingRead(RoleAccess access) {
        add(
                THING_READ,
                "reading the administration of any thing",
                access.onAnyThing(IotActions.THING_ADMIN_READ).keySet());
    }

    /** Notes how things could be changed. */
    void addThingWrite(RoleAccess access) {
        add(
                THING_WRITE,
                "administration of things",
                access.onSomeResource(IotActions.THING_ADMIN_WRITE).keySet());
    }

    /** Notes that something else than things could be administered. */
    void addNonThing(RoleAccess access) {
        add(NON_THING, "administration of more than things, for example", nonThing(access));
    }

    /** For example one action that administers something else than things; none when there is none. */
    static List<String> nonThing(RoleAccess access) {
        return switch (access.otherIotActions()) {
            case Answer.None<Grant> _ -> List.of();
            case Answer.Example<Grant>(Grant grant) -> List.of(grant.action());
            case Answer.Undecided<Grant> _ -> List.of("iot:*");
        };
    }

    /** Notes what devices could do for each other (audit, IoT policy overly permissive). */
    void addDataPlane(RoleAccess access) {
        add(
                DATA_PLANE,
                "broad access to these data-plane actions",
                access.dataPlane().keySet().stream().map(DeviceAction::wireName).toList());
    }

    List<NonCompliance> found() {
        return found;
    }
}
