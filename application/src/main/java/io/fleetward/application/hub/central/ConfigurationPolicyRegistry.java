// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub.central;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.HubError;
import io.fleetward.application.hub.ConfigurationPolicies;
import io.fleetward.application.hub.HubRefusals;
import io.fleetward.application.hub.HubStores;
import io.fleetward.application.hub.HubTags;
import io.fleetward.application.hub.standard.ControlCatalog;
import io.fleetward.application.identity.CallContext;
import io.fleetward.application.store.Transactions;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.central.ConfigurationPolicy;
import io.fleetward.hub.central.HubPolicy;
import io.fleetward.hub.central.PolicyAssociation;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Ids;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Use cases on configuration policies: make, show, change and delete them. Thread-safe (hub, organization). */
public final class ConfigurationPolicyRegistry {
    /** As AWS documents for custom policies. */
    static final int LIMIT = 20;

    private static final int LONGEST_NAME = 128;
    private static final int LONGEST_DESCRIPTION = 512;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9.!*/-]+");

    private final Transactions transactions;
    private final HubStores stores;
    private final CentralHome home;
    private final ControlCatalog catalog;
    private final PolicyWork work;
    private final Ids ids;

    public ConfigurationPolicyRegistry(
            Transactions transactions, HubStores stores, ControlCatalog catalog, PolicyWork work, Ids ids) {
        this.transactions = transactions;
        this.stores = stores;
        this.home = new CentralHome(stores);
        this.catalog = catalog;
        this.work = work;
        this.ids = ids;
    }

    /** What is to be in a policy; null for what stays as it is. */
    public record Draft(
            @Nullable String name,
            @Nullable String description,
            @Nullable PolicyWish settings) {}

    /** Makes a policy, which has no effect until it is associated. */
    public ConfigurationPolicy create(CallContext context, Draft draft, Map<String, String> tags) {
        HubTags.check(tags);
        String name = draft.name();
        PolicyWish settings = draft.settings();
        if (name == null || settings == null) {
            throw HubRefusals.invalid("Name", "data should have Name and ConfigurationPolicy");
        }
        requireValid(draft);
        Instant now = now(context);
        var policy =
                new ConfigurationPolicy(ids.uuid(), name, draft.description(), read(context, settings), tags, now, now);
        return transactions.write(tx -> {
            AccountRegion administrator = home.require(tx, context);
            requireUnused(tx, administrator, policy);
            if (policies().all(tx, administrator).size() >= LIMIT) {
                throw HubRefusals.limit("An organization has at most " + LIMIT + " configuration policies.");
            }
            policies().put(tx, administrator, policy);
            return policy;
        });
    }

    /** The policy with this ARN or id. */
    public ConfigurationPolicy get(CallContext context, String identifier) {
        return transactions.read(tx -> require(tx, home.require(tx, context), identifier));
    }

    /** All policies; the keyset is the id. */
    public Page<ConfigurationPolicy> list(CallContext context, PageRequest page) {
        List<ConfigurationPolicy> all = transactions.read(tx -> policies().all(tx, home.require(tx, context)));
        List<ConfigurationPolicy> rest = all.stream()
                .filter(policy -> page.after() == null || policy.id().compareTo(page.after()) > 0)
                .toList();
        return Page.cut(rest, page.limit(), ConfigurationPolicy::id);
    }

    /** Changes the policy and whatever is configured by it. */
    public ConfigurationPolicy update(CallContext context, String identifier, Draft draft) {
        requireValid(draft);
        HubPolicy settings = draft.settings() == null ? null : read(context, draft.settings());
        return transactions.write(tx -> {
            AccountRegion administrator = home.require(tx, context);
            ConfigurationPolicy before = require(tx, administrator, identifier);
            var after = new ConfigurationPolicy(
                    before.id(),
                    draft.name() == null ? before.name() : draft.name(),
                    draft.description() == null ? before.description() : draft.description(),
                    settings == null ? before.settings() : settings,
                    before.tags(),
                    before.createdAt(),
                    now(context));
            requireUnused(tx, administrator, after);
            policies().put(tx, administrator, after);
            work.repeat(tx, administrator, association -> after.id().equals(association.policyId()));
            return after;
        });
    }

    /** Deletes a policy by which nothing is configured. */
    public void delete(CallContext context, String identifier) {
        transactions.change(tx -> {
            AccountRegion administrator = home.require(tx, context);
            ConfigurationPolicy policy = require(tx, administrator, identifier);
            List<PolicyAssociation> all =
                    stores.links().central().associations().all(tx, administrator);
            if (all.stream().anyMatch(association -> policy.id().equals(association.policyId()))) {
                throw new ApiException(
                        HubError.RESOURCE_CONFLICT,
                        "The configuration policy must be disassociated from all targets first.");
            }
            policies().remove(tx, administrator, policy.id());
        });
    }

    private HubPolicy read(CallContext context, PolicyWish wish) {
        return new PolicyReader(catalog, context.scope().region()).read(wish);
    }

    private ConfigurationPolicy require(Tx tx, AccountRegion administrator, String identifier) {
        ConfigurationPolicy found =
                policies().find(tx, administrator, ConfigurationPolicy.id(administrator, identifier));
        if (found == null) {
            throw HubRefusals.notFound();
        }
        return found;
    }

    private void requireUnused(Tx tx, AccountRegion administrator, ConfigurationPolicy policy) {
        boolean isUsed = policies().all(tx, administrator).stream()
                .anyMatch(other ->
                        other.name().equals(policy.name()) && !other.id().equals(policy.id()));
        if (isUsed) {
            throw new ApiException(
                    HubError.RESOURCE_CONFLICT, "There is a configuration policy of this name: " + policy.name());
        }
    }

    private static void requireValid(Draft draft) {
        String name = draft.name();
        if (name != null && (name.length() > LONGEST_NAME || !NAME.matcher(name).matches())) {
            String rule = "data.Name should have up to " + LONGEST_NAME + " letters, digits and characters of -.!*/";
            throw HubRefusals.invalid("Name", rule);
        }
        String description = draft.description();
        if (description != null && description.length() > LONGEST_DESCRIPTION) {
            String rule = "data.Description should NOT be longer than " + LONGEST_DESCRIPTION + " characters";
            throw HubRefusals.invalid("Description", rule);
        }
    }

    private ConfigurationPolicies policies() {
        return stores.links().central().policies();
    }

    private static Instant now(CallContext context) {
        return context.at().truncatedTo(ChronoUnit.MILLIS);
    }
}
