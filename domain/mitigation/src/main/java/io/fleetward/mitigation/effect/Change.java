// SPDX-License-Identifier: Apache-2.0
package io.fleetward.mitigation.effect;

import io.fleetward.registry.account.LoggingOptions;
import io.fleetward.registry.certificate.CaCertificateId;
import io.fleetward.registry.certificate.CaStatus;
import io.fleetward.registry.certificate.CertificateId;
import io.fleetward.registry.certificate.CertificateStatus;
import io.fleetward.registry.thing.ThingGroupName;
import io.fleetward.registry.thing.ThingName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was changed: what was there before and what is there now.
 *
 * <p>Immutable; {@link ChangeJson} is its lasting form.
 */
public sealed interface Change {
    /** A device certificate got another status. */
    record CertificateStatusSet(CertificateId certificate, CertificateStatus before, CertificateStatus after)
            implements Change {}

    /** A CA certificate got another status. */
    record CaStatusSet(CaCertificateId certificate, CaStatus before, CaStatus after) implements Change {}

    /** A thing joined groups that it was not in. */
    record GroupsJoined(ThingName thing, List<ThingGroupName> groups) implements Change {
        public GroupsJoined {
            groups = List.copyOf(groups);
        }
    }

    /** A thing left groups. */
    record GroupsLeft(ThingName thing, List<ThingGroupName> groups) implements Change {
        public GroupsLeft {
            groups = List.copyOf(groups);
        }
    }

    /** A policy got a new version, which came into force in place of another. */
    record PolicyVersionAdded(String policy, int before, int after) implements Change {}

    /** A version of a policy is in force again, and the one that had replaced it is gone. */
    record PolicyVersionRestored(String policy, int before, int after) implements Change {}

    /** The account logs otherwise. */
    record LoggingSet(LoggingOptions before, LoggingOptions after) implements Change {}

    /** A topic was told. */
    record FindingPublished(String topicArn, String message) implements Change {}

    /**
     * The change that takes this one back, or null when nothing can: what was said is said, only what was active is
     * activated again, and taking back is not itself taken back.
     */
    default @Nullable Change inverse() {
        return switch (this) {
            case CertificateStatusSet(var certificate, var before, var after) ->
                before == CertificateStatus.ACTIVE ? new CertificateStatusSet(certificate, after, before) : null;
            case CaStatusSet(var certificate, var before, var after) -> new CaStatusSet(certificate, after, before);
            case GroupsJoined(var thing, var groups) -> new GroupsLeft(thing, groups);
            case PolicyVersionAdded(var policy, int before, int after) ->
                new PolicyVersionRestored(policy, after, before);
            case LoggingSet(var before, var after) -> new LoggingSet(after, before);
            case GroupsLeft _, PolicyVersionRestored _, FindingPublished _ -> null;
        };
    }
}
