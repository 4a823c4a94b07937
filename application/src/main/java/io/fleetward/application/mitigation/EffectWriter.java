// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.mitigation;

import io.fleetward.application.policy.PolicyRegistry.NewVersion;
import io.fleetward.application.policy.VersionedPolicy;
import io.fleetward.application.registry.account.LoggingUpdate;
import io.fleetward.application.registry.thing.ThingGroupMembership.GroupsChange;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.mitigation.effect.Change;
import io.fleetward.mitigation.effect.Effect;
import io.fleetward.policy.PolicyName;
import io.fleetward.policy.PolicyVersion;
import io.fleetward.registry.account.LogLevel;
import io.fleetward.registry.account.LoggingOptions;
import io.fleetward.registry.certificate.CaCertificateId;
import io.fleetward.registry.certificate.CaStatus;
import io.fleetward.registry.certificate.CertificateId;
import io.fleetward.registry.certificate.CertificateStatus;
import io.fleetward.registry.thing.RegistryNames;
import io.fleetward.registry.thing.ThingGroupName;
import io.fleetward.registry.thing.ThingName;
import java.util.List;
import java.util.Set;

/**
 * Changes the registry as an effect wants it, within the transaction given (audit, types and parameters).
 *
 * <p>Thread-safe. What is as wanted already is left alone: such an effect is done, and changes nothing.
 */
final class EffectWriter {
    private final RegistryAccess registry;

    EffectWriter(RegistryAccess registry) {
        this.registry = registry;
    }

    /** What became of an effect. */
    sealed interface Outcome {
        /** It is done; these are the changes it took. */
        record Done(List<Change> changes) implements Outcome {}

        /** It does not concern the subject. */
        record Skipped(String why) implements Outcome {}
    }

    /** Does it, all of it or, by a refusal, nothing. */
    Outcome write(Tx tx, AccountRegion scope, Effect effect) {
        return switch (effect) {
            case Effect.DeactivateCertificate(CertificateId id) -> new Outcome.Done(deactivate(tx, scope, id));
            case Effect.DeactivateCaCertificate(CaCertificateId id) -> new Outcome.Done(deactivate(tx, scope, id));
            case Effect.AddThings(CertificateId id, var groups) -> {
                registry.certificate(tx, scope, id);
                List<ThingName> things = registry.thingsOf(tx, scope, id).toList();
                yield new Outcome.Done(things.stream()
                        .flatMap(thing -> join(tx, scope, thing, groups).stream())
                        .toList());
            }
            case Effect.AddDevice(String name, var groups) -> addDevice(tx, scope, name, groups);
            case Effect.BlankPolicy(String policy) -> new Outcome.Done(blank(tx, scope, new PolicyName(policy)));
            case Effect.EnableLogging(String roleArn, LogLevel level) ->
                new Outcome.Done(log(tx, scope, new LoggingUpdate(roleArn, level, false, null)));
            case Effect.PublishFinding(String topicArn, String message) -> {
                registry.use().topics().publish(tx, scope, topicArn, message);
                yield new Outcome.Done(List.of(new Change.FindingPublished(topicArn, message)));
            }
        };
    }

    private List<Change> deactivate(Tx tx, AccountRegion scope, CertificateId id) {
        CertificateStatus before = registry.certificate(tx, scope, id).status();
        if (before == CertificateStatus.INACTIVE || before == CertificateStatus.REVOKED) {
            return List.of();
        }
        registry.use().certificates().updateStatus(tx, scope, id, CertificateStatus.INACTIVE);
        return List.of(new Change.CertificateStatusSet(id, before, CertificateStatus.INACTIVE));
    }

    private List<Change> deactivate(Tx tx, AccountRegion scope, CaCertificateId id) {
        CaStatus before = registry.authority(tx, scope, id).status();
        if (before == CaStatus.INACTIVE) {
            return List.of();
        }
        registry.use().authorities().updateStatus(tx, scope, id, CaStatus.INACTIVE);
        return List.of(new Change.CaStatusSet(id, before, CaStatus.INACTIVE));
    }

    private Outcome addDevice(Tx tx, AccountRegion scope, String name, Effect.Groups groups) {
        boolean isThing = RegistryNames.isValid(name)
                && registry.sources().things().things().find(tx, scope, new ThingName(name)) != null;
        return isThing
                ? new Outcome.Done(join(tx, scope, new ThingName(name), groups))
                : new Outcome.Skipped("The device " + name + " is not registered, so it cannot join a group.");
    }

    private List<Change> join(Tx tx, AccountRegion scope, ThingName thing, Effect.Groups groups) {
        Set<ThingGroupName> current = registry.groupsOf(tx, scope, thing);
        List<ThingGroupName> missing = groups.names().stream()
                .filter(group -> !current.contains(group))
                .distinct()
                .toList();
        if (missing.isEmpty()) {
            return List.of();
        }
        registry.use()
                .membership()
                .change(tx, scope, thing, new GroupsChange(missing, List.of(), groups.overridesDynamicGroups()));
        return List.of(new Change.GroupsJoined(thing, missing));
    }

    private List<Change> blank(Tx tx, AccountRegion scope, PolicyName name) {
        int before = registry.policy(tx, scope, name).defaultVersion();
        PolicyVersion inForce = registry.sources().policies().policies().findVersion(tx, scope, name, before);
        if (inForce != null && inForce.text().equals(Effect.BlankPolicy.DOCUMENT)) {
            return List.of();
        }
        VersionedPolicy blank = registry.use()
                .policies()
                .createVersion(tx, scope, name, new NewVersion(Effect.BlankPolicy.DOCUMENT, true));
        return List.of(new Change.PolicyVersionAdded(
                name.value(), before, blank.version().number()));
    }

    private List<Change> log(Tx tx, AccountRegion scope, LoggingUpdate update) {
        LoggingOptions before = registry.use().logging().current(tx, scope);
        registry.use().logging().update(tx, scope, update);
        LoggingOptions after = registry.use().logging().current(tx, scope);
        return before.equals(after) ? List.of() : List.of(new Change.LoggingSet(before, after));
    }
}
