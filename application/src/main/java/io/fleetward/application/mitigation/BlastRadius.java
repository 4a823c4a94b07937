// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.mitigation;

import io.fleetward.application.policy.PolicyAttachments.TargetFilter;
import io.fleetward.application.policy.PolicyTarget;
import io.fleetward.application.store.Pages;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.mitigation.effect.Change;
import io.fleetward.mitigation.effect.Impact;
import io.fleetward.policy.PolicyName;
import io.fleetward.registry.certificate.CertificateId;
import io.fleetward.registry.thing.ThingGroup;
import io.fleetward.registry.thing.ThingGroupName;
import io.fleetward.registry.thing.ThingName;
import java.util.List;
import java.util.stream.Stream;

/** Finds the things that a change concerns, as the registry is within the transaction. Thread-safe. */
final class BlastRadius {
    private static final TargetFilter ALL_TARGETS = new TargetFilter(false, true);

    private final RegistryAccess registry;

    BlastRadius(RegistryAccess registry) {
        this.registry = registry;
    }

    /** Whom the change concerns. */
    Impact of(Tx tx, AccountRegion scope, Change change) {
        return switch (change) {
            case Change.CertificateStatusSet(var certificate, var before, var _) ->
                before.allowsConnect()
                        ? impact(Impact.Loss.CONNECTION, registry.thingsOf(tx, scope, certificate))
                        : Impact.NONE;
            case Change.PolicyVersionAdded(String policy, int _, int _) ->
                impact(Impact.Loss.PERMISSIONS, thingsUnder(tx, scope, new PolicyName(policy)));
            // Certificates go on to work under an inactive CA, and joining a group takes nothing away.
            case Change.CaStatusSet _,
                    Change.GroupsJoined _,
                    Change.GroupsLeft _,
                    Change.PolicyVersionRestored _,
                    Change.LoggingSet _,
                    Change.FindingPublished _ -> Impact.NONE;
        };
    }

    private static Impact impact(Impact.Loss loss, Stream<ThingName> things) {
        List<ThingName> found =
                things.distinct().limit(Impact.MOST_THINGS + 1L).sorted().toList();
        boolean isComplete = found.size() <= Impact.MOST_THINGS;
        return new Impact(loss, isComplete ? found : found.subList(0, Impact.MOST_THINGS), isComplete);
    }

    /** The things whose certificates, or whose groups, have the policy. */
    private Stream<ThingName> thingsUnder(Tx tx, AccountRegion scope, PolicyName policy) {
        return Pages.all(
                        RegistryAccess.PAGE,
                        page -> registry.sources()
                                .policies()
                                .attachments()
                                .ofPolicy(tx, scope, policy, ALL_TARGETS, page))
                .flatMap(attachment -> thingsOf(tx, scope, attachment.target()));
    }

    private Stream<ThingName> thingsOf(Tx tx, AccountRegion scope, PolicyTarget target) {
        return switch (target.kind()) {
            case CERTIFICATE -> {
                CertificateId certificate = CertificateId.ofArn(scope, target.text());
                yield certificate == null ? Stream.of() : registry.thingsOf(tx, scope, certificate);
            }
            case THING_GROUP -> {
                ThingGroupName name = ThingGroupName.ofArn(scope, target.text());
                ThingGroup group = name == null
                        ? null
                        : registry.sources().things().groups().find(tx, scope, name);
                yield group == null ? Stream.of() : members(tx, group);
            }
            case COGNITO_IDENTITY -> Stream.of();
        };
    }

    private Stream<ThingName> members(Tx tx, ThingGroup group) {
        return Pages.all(
                RegistryAccess.PAGE,
                page -> registry.sources().things().members().thingsIn(tx, group, true, page));
    }
}
