// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.policy;

import static io.fleetward.application.policy.PolicyRefusals.require;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IotError;
import io.fleetward.application.policy.PolicyAttachments.TargetFilter;
import io.fleetward.application.registry.RegistryChange;
import io.fleetward.application.registry.RegistryRuntime;
import io.fleetward.application.registry.certificate.CreationOrder;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.policy.PolicyName;
import io.fleetward.registry.thing.ThingGroup;
import io.fleetward.registry.thing.ThingGroupName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Attaches policies to certificates, thing groups and Cognito identities, detaches and lists them (iot-core, objects
 * and limits).
 *
 * <p>Thread-safe.
 */
public final class PolicyAttachmentRegistry {
    private final RegistryRuntime runtime;
    private final PolicyStores stores;
    private final PolicyTargets targets;
    private final PolicyLimits limits;

    public PolicyAttachmentRegistry(
            RegistryRuntime runtime, PolicyStores stores, PolicyTargets targets, PolicyLimits limits) {
        this.runtime = runtime;
        this.stores = stores;
        this.targets = targets;
        this.limits = limits;
    }

    /** Attaches the policy; again has no effect. */
    public void attach(AccountRegion scope, PolicyName name, String targetText) {
        PolicyTarget target = PolicyRefusals.target(scope, targetText);
        runtime.transactions().change(tx -> {
            require(stores.policies(), tx, scope, name);
            targets.requireAttachable(tx, scope, target);
            if (stores.attachments().isAttached(tx, scope, name, target)) {
                return;
            }
            requireRoom(tx, scope, target);
            stores.attachments()
                    .add(
                            tx,
                            new PolicyAttachment(
                                    scope, name, target, runtime.clock().instant()));
            announce(tx, scope, name, target);
        });
    }

    /** Detaches the policy; one that is not attached, or not there, has no effect. */
    public void detach(AccountRegion scope, PolicyName name, String targetText) {
        PolicyTarget target = PolicyRefusals.target(scope, targetText);
        runtime.transactions().change(tx -> remove(tx, scope, name, target));
    }

    /** As {@link #attach}, but to nothing that requests cannot come from. */
    public void attachToPrincipal(AccountRegion scope, PolicyName name, String principal) {
        PolicyRefusals.principal(scope, principal);
        attach(scope, name, principal);
    }

    /** As {@link #detach}, but of a policy that exists and from nothing that requests cannot come from. */
    public void detachFromPrincipal(AccountRegion scope, PolicyName name, String principal) {
        PolicyTarget target = PolicyRefusals.principal(scope, principal);
        runtime.transactions().change(tx -> {
            require(stores.policies(), tx, scope, name);
            remove(tx, scope, name, target);
        });
    }

    /** Which policies of a target to list: of a group also those of its ancestors, if it is to be recursive. */
    public record TargetQuery(String target, boolean isRecursive) {}

    /** The policies attached to the target, which must exist, the latest attachment first; each once. */
    public Page<PolicyName> ofTarget(AccountRegion scope, TargetQuery query, PageRequest page) {
        PolicyTarget target = PolicyRefusals.target(scope, query.target());
        return runtime.transactions().read(tx -> {
            targets.require(tx, scope, target);
            List<PolicyTarget> asked = query.isRecursive() ? withAncestors(tx, scope, target) : List.of(target);
            return cut(stores.attachments().ofTargets(tx, scope, asked), false, page);
        });
    }

    /** The policies attached to the certificate or Cognito identity by the time they were attached. */
    public Page<PolicyName> ofPrincipal(AccountRegion scope, String principal, boolean isAscending, PageRequest page) {
        PolicyTarget target = PolicyRefusals.principal(scope, principal);
        return runtime.transactions().read(tx -> {
            targets.require(tx, scope, target);
            return cut(stores.attachments().ofTargets(tx, scope, List.of(target)), isAscending, page);
        });
    }

    /** What the policy, which must exist, is attached to. */
    public Page<PolicyTarget> targetsOf(AccountRegion scope, PolicyName name, TargetFilter filter, PageRequest page) {
        return runtime.transactions().read(tx -> {
            require(stores.policies(), tx, scope, name);
            return stores.attachments().ofPolicy(tx, scope, name, filter, page).map(PolicyAttachment::target);
        });
    }

    private void remove(Tx tx, AccountRegion scope, PolicyName name, PolicyTarget target) {
        if (stores.attachments().remove(tx, scope, name, target)) {
            announce(tx, scope, name, target);
        }
    }

    private void requireRoom(Tx tx, AccountRegion scope, PolicyTarget target) {
        int limit = limits.perTarget(target);
        if (stores.attachments().ofTargets(tx, scope, List.of(target)).size() >= limit) {
            throw new ApiException(
                    IotError.LIMIT_EXCEEDED,
                    "The maximum number of policies (" + limit + ") is already attached to " + target.text());
        }
    }

    private List<PolicyTarget> withAncestors(Tx tx, AccountRegion scope, PolicyTarget target) {
        var all = new ArrayList<PolicyTarget>();
        all.add(target);
        ThingGroupName name = ThingGroupName.ofArn(scope, target.text());
        ThingGroup group = name == null ? null : targets.groups().find(tx, scope, name);
        if (group != null) {
            group.ancestors().forEach(ancestor -> all.add(PolicyTarget.of(scope, ancestor)));
        }
        return all;
    }

    /** A target has few policies, so their list is read whole. */
    private static Page<PolicyName> cut(List<PolicyAttachment> found, boolean isAscending, PageRequest page) {
        var once = new LinkedHashMap<PolicyName, PolicyAttachment>();
        found.forEach(attachment -> once.putIfAbsent(attachment.policy(), attachment));
        return CreationOrder.page(List.copyOf(once.values()), PolicyAttachment::amongPolicies, isAscending, page)
                .map(PolicyAttachment::policy);
    }

    private void announce(Tx tx, AccountRegion scope, PolicyName policy, PolicyTarget target) {
        runtime.changes()
                .announce(
                        tx,
                        new RegistryChange(
                                scope, RegistryChange.Kind.POLICY_ATTACHMENT, target.text(), policy.value()));
    }
}
