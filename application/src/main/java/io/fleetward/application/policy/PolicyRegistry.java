// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.policy;

import static io.fleetward.application.policy.PolicyRefusals.deleteConflict;
import static io.fleetward.application.policy.PolicyRefusals.require;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IotError;
import io.fleetward.application.policy.PolicyAttachments.TargetFilter;
import io.fleetward.application.registry.RegistryChange;
import io.fleetward.application.registry.RegistryRefusals;
import io.fleetward.application.registry.RegistryRuntime;
import io.fleetward.application.registry.tag.ResourceTags;
import io.fleetward.application.registry.tag.TaggableResources;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.policy.Policy;
import io.fleetward.policy.PolicyName;
import io.fleetward.policy.PolicyVersion;
import io.fleetward.policy.document.ParseResult;
import io.fleetward.policy.document.PolicyDocument;
import java.time.Instant;
import java.util.List;

/**
 * Creates, shows and deletes policies and their versions (iot-core, objects and limits).
 *
 * <p>Thread-safe.
 */
public final class PolicyRegistry implements TaggableResources {
    private static final TargetFilter ANY_TARGET = new TargetFilter(false, false);

    private final RegistryRuntime runtime;
    private final PolicyStores stores;
    private final ResourceTags tags;
    private final PolicyLimits limits;

    public PolicyRegistry(RegistryRuntime runtime, PolicyStores stores, ResourceTags tags, PolicyLimits limits) {
        this.runtime = runtime;
        this.stores = stores;
        this.tags = tags;
        this.limits = limits;
    }

    /** Creates the policy with version 1 in force; a policy of that name must not exist, whatever it says. */
    public VersionedPolicy create(AccountRegion scope, CreatePolicy wish) {
        requireWellFormed(wish.document());
        return runtime.transactions().write(tx -> {
            PolicyName name = wish.name();
            Policy existing = stores.policies().find(tx, scope, name);
            if (existing != null) {
                throw RegistryRefusals.alreadyExists(
                        "Policy cannot be created - name already exists (name=" + name + ")",
                        name.value(),
                        existing.arn());
            }
            Instant now = runtime.clock().instant();
            var policy = new Policy(scope, name, 1, 1, now, now, runtime.ids().uuid());
            tags.assign(tx, scope, policy.arn(), wish.tags());
            return store(tx, policy, new PolicyVersion(scope, name, 1, wish.document(), now));
        });
    }

    /** Adds a version, which comes into force at once or waits. */
    public VersionedPolicy createVersion(AccountRegion scope, PolicyName name, String document, boolean isDefault) {
        requireWellFormed(document);
        return runtime.transactions().write(tx -> addVersion(tx, scope, name, new NewVersion(document, isDefault)));
    }

    /** What a further version says, and whether it comes into force at once. Immutable. */
    public record NewVersion(String document, boolean isDefault) {}

    /** As {@link #createVersion}, within a transaction. */
    public VersionedPolicy createVersion(Tx tx, AccountRegion scope, PolicyName name, NewVersion version) {
        requireWellFormed(version.document());
        return addVersion(tx, scope, name, version);
    }

    /** Brings the version into force. */
    public void setDefault(AccountRegion scope, PolicyName name, String versionId) {
        runtime.transactions().change(tx -> setDefault(tx, scope, name, versionId));
    }

    /** As the other, within a transaction. */
    public void setDefault(Tx tx, AccountRegion scope, PolicyName name, String versionId) {
        Policy policy = require(stores.policies(), tx, scope, name);
        int number = requireVersion(tx, policy, versionId).number();
        stores.policies().put(tx, policy.withDefault(number, runtime.clock().instant()));
        announce(tx, scope, name);
    }

    /** Deletes a version that is not in force. */
    public void deleteVersion(AccountRegion scope, PolicyName name, String versionId) {
        runtime.transactions().change(tx -> deleteVersion(tx, scope, name, versionId));
    }

    /** As the other, within a transaction. */
    public void deleteVersion(Tx tx, AccountRegion scope, PolicyName name, String versionId) {
        Policy policy = require(stores.policies(), tx, scope, name);
        int number = requireVersion(tx, policy, versionId).number();
        if (number == policy.defaultVersion()) {
            throw deleteConflict("Cannot delete the default version of a policy", name);
        }
        stores.policies().removeVersion(tx, scope, name, number);
    }

    /** Deletes a policy that is attached to nothing and has no version but the one in force. */
    public void delete(AccountRegion scope, PolicyName name) {
        runtime.transactions().change(tx -> {
            Policy policy = require(stores.policies(), tx, scope, name);
            if (!stores.attachments()
                    .ofPolicy(tx, scope, name, ANY_TARGET, PageRequest.first(1))
                    .items()
                    .isEmpty()) {
                throw deleteConflict(
                        "The policy cannot be deleted as the policy is attached to one or more principals", name);
            }
            if (stores.policies().versions(tx, scope, name).size() > 1) {
                throw deleteConflict(
                        "Cannot delete the policy because it has one or more policy versions attached to it", name);
            }
            tags.forget(tx, scope, policy.arn());
            stores.policies().remove(tx, scope, name);
            announce(tx, scope, name);
        });
    }

    /** The policy with the version in force. */
    public VersionedPolicy get(AccountRegion scope, PolicyName name) {
        return runtime.transactions().read(tx -> {
            Policy policy = require(stores.policies(), tx, scope, name);
            return new VersionedPolicy(policy, requireVersion(tx, policy, Integer.toString(policy.defaultVersion())));
        });
    }

    /** The policy with the version of that id. */
    public VersionedPolicy getVersion(AccountRegion scope, PolicyName name, String versionId) {
        return runtime.transactions().read(tx -> {
            Policy policy = require(stores.policies(), tx, scope, name);
            return new VersionedPolicy(policy, requireVersion(tx, policy, versionId));
        });
    }

    /** The policies of the account by creation time. */
    public Page<Policy> list(AccountRegion scope, boolean isAscending, PageRequest page) {
        return runtime.transactions().read(tx -> stores.policies().list(tx, scope, isAscending, page));
    }

    /** All versions of the policy by number. */
    public List<VersionedPolicy> listVersions(AccountRegion scope, PolicyName name) {
        return runtime.transactions().read(tx -> {
            Policy policy = require(stores.policies(), tx, scope, name);
            return stores.policies().versions(tx, scope, name).stream()
                    .map(version -> new VersionedPolicy(policy, version))
                    .toList();
        });
    }

    @Override
    public String arnType() {
        return PolicyName.ARN_TYPE;
    }

    @Override
    public boolean exists(Tx tx, AccountRegion scope, String name) {
        return PolicyName.isValid(name) && stores.policies().find(tx, scope, new PolicyName(name)) != null;
    }

    private VersionedPolicy addVersion(Tx tx, AccountRegion scope, PolicyName name, NewVersion version) {
        Policy policy = require(stores.policies(), tx, scope, name);
        if (stores.policies().versions(tx, scope, name).size() >= limits.versions()) {
            throw new ApiException(
                    IotError.VERSIONS_LIMIT_EXCEEDED,
                    "The policy " + name + " already has the maximum number of versions (" + limits.versions() + ")");
        }
        Instant now = runtime.clock().instant();
        Policy changed = policy.withNewVersion(version.isDefault(), now);
        return store(tx, changed, new PolicyVersion(scope, name, changed.lastVersion(), version.document(), now));
    }

    private VersionedPolicy store(Tx tx, Policy policy, PolicyVersion version) {
        stores.policies().put(tx, policy);
        stores.policies().addVersion(tx, version);
        announce(tx, policy.scope(), policy.name());
        return new VersionedPolicy(policy, version);
    }

    private PolicyVersion requireVersion(Tx tx, Policy policy, String versionId) {
        Integer number = PolicyVersion.parseId(versionId);
        PolicyVersion version =
                number == null ? null : stores.policies().findVersion(tx, policy.scope(), policy.name(), number);
        if (version == null) {
            throw RegistryRefusals.notFound("Version " + versionId + " of policy", policy.name());
        }
        return version;
    }

    private void requireWellFormed(String document) {
        switch (PolicyDocument.parse(document, limits.documentSize())) {
            case ParseResult.Parsed _ -> {}
            case ParseResult.Malformed malformed -> throw new ApiException(IotError.MALFORMED_POLICY, malformed.text());
        }
    }

    private void announce(Tx tx, AccountRegion scope, PolicyName name) {
        runtime.changes().announce(tx, new RegistryChange(scope, RegistryChange.Kind.POLICY, name.value()));
    }
}
