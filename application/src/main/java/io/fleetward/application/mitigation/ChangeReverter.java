// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.mitigation;

import static io.fleetward.application.registry.RegistryRefusals.invalid;

import io.fleetward.application.registry.thing.ThingGroupMembership.GroupsChange;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.mitigation.effect.Change;
import io.fleetward.policy.PolicyName;
import io.fleetward.registry.account.LoggingOptions;
import io.fleetward.registry.certificate.CaStatus;
import io.fleetward.registry.certificate.CertificateStatus;
import io.fleetward.registry.thing.ThingGroupName;
import io.fleetward.registry.thing.ThingName;
import java.util.List;
import java.util.Set;

/**
 * Takes changes back, as long as what they left is still there: what somebody has changed since is never overwritten.
 *
 * <p>Thread-safe.
 */
final class ChangeReverter {
    private final RegistryAccess registry;

    ChangeReverter(RegistryAccess registry) {
        this.registry = registry;
    }

    /** Makes the inverse of a change ({@link Change#inverse}) within the transaction, or refuses and says why. */
    void revert(Tx tx, AccountRegion scope, Change inverse) {
        switch (inverse) {
            case Change.CertificateStatusSet(var certificate, var before, var after) -> {
                CertificateStatus status =
                        registry.certificate(tx, scope, certificate).status();
                requireUnchanged("Certificate " + certificate, before, status);
                registry.use().certificates().updateStatus(tx, scope, certificate, after);
            }
            case Change.CaStatusSet(var certificate, var before, var after) -> {
                CaStatus status = registry.authority(tx, scope, certificate).status();
                requireUnchanged("CA certificate " + certificate, before, status);
                registry.use().authorities().updateStatus(tx, scope, certificate, after);
            }
            case Change.GroupsLeft(var thing, var groups) -> leave(tx, scope, thing, groups);
            case Change.PolicyVersionRestored(String policy, int before, int after) ->
                restore(tx, scope, new PolicyName(policy), new Versions(before, after));
            case Change.LoggingSet(var before, var after) -> {
                LoggingOptions current = registry.use().logging().current(tx, scope);
                requireUnchanged("Logging of the account", before, current);
                registry.use().logging().restore(tx, scope, after);
            }
            case Change.GroupsJoined _, Change.PolicyVersionAdded _, Change.FindingPublished _ ->
                throw new IllegalStateException("not the inverse of a change: " + inverse);
        }
    }

    private record Versions(int before, int after) {}

    private void restore(Tx tx, AccountRegion scope, PolicyName name, Versions versions) {
        int current = registry.policy(tx, scope, name).defaultVersion();
        requireUnchanged("Policy " + name, versions.before(), current);
        registry.use().policies().setDefault(tx, scope, name, String.valueOf(versions.after()));
        registry.use().policies().deleteVersion(tx, scope, name, String.valueOf(versions.before()));
    }

    private void leave(Tx tx, AccountRegion scope, ThingName thing, List<ThingGroupName> groups) {
        Set<ThingGroupName> current = registry.groupsOf(tx, scope, thing);
        List<ThingGroupName> still = groups.stream().filter(current::contains).toList();
        if (still.isEmpty()) {
            throw invalid("Thing " + thing + " is in none of the groups " + groups + " any more");
        }
        registry.use().membership().change(tx, scope, thing, GroupsChange.leaving(still));
    }

    private static void requireUnchanged(String what, Object left, Object current) {
        if (!left.equals(current)) {
            throw invalid(what + " was changed since: it is " + current + ", no longer " + left);
        }
    }
}
