// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.policy;

import static io.fleetward.application.registry.RegistryRefusals.invalid;
import static io.fleetward.application.registry.RegistryRefusals.notFound;

import io.fleetward.application.registry.thing.ThingStores;
import io.fleetward.application.store.Transactions;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.policy.PolicyVersion;
import io.fleetward.registry.thing.ThingName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lists the policies that affect a principal or a thing (iot-core, which policies apply).
 *
 * <p>Thread-safe.
 */
public final class EffectivePolicies {
    private final Transactions transactions;
    private final PolicyTargets targets;
    private final ThingStores things;
    private final PoliciesInForce inForce;

    public EffectivePolicies(
            Transactions transactions, PolicyTargets targets, ThingStores things, PolicyAttachments attachments) {
        this.transactions = transactions;
        this.targets = targets;
        this.things = things;
        inForce = new PoliciesInForce(attachments, things.members());
    }

    /**
     * The versions in force of the principal's own policies and of those the thing inherits from its groups, each
     * once, by name; one of the two must be given. The principal need not be attached to the thing.
     */
    public List<PolicyVersion> of(AccountRegion scope, @Nullable String principal, @Nullable ThingName thing) {
        if (principal == null && thing == null) {
            throw invalid("principal or thingName must be given");
        }
        PolicyTarget target = principal == null ? null : PolicyRefusals.principal(scope, principal);
        return transactions.read(tx -> {
            if (target != null) {
                targets.require(tx, scope, target);
            }
            requireThing(tx, scope, thing);
            return inForce.of(tx, scope, target, thing);
        });
    }

    private void requireThing(Tx tx, AccountRegion scope, @Nullable ThingName thing) {
        if (thing != null && things.things().find(tx, scope, thing) == null) {
            throw notFound("Thing", thing);
        }
    }
}
