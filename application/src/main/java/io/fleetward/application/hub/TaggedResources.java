// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.store.Tx;
import io.fleetward.hub.automation.AutomationRule;
import io.fleetward.hub.central.ConfigurationPolicy;
import io.fleetward.kernel.AccountRegion;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What of a hub has tags: itself, its automation rules and its configuration policies, as long as it is enabled. Thread-safe. */
final class TaggedResources {
    private final HubStores stores;

    TaggedResources(HubStores stores) {
        this.stores = stores;
    }

    /** The tags of what the ARN names. */
    Map<String, String> tags(Tx tx, AccountRegion scope, String arn) {
        Hub hub = hub(tx, scope);
        if (isHub(scope, arn)) {
            return hub.tags();
        }
        ConfigurationPolicy policy = policy(tx, scope, arn);
        return policy == null ? rule(tx, scope, arn).tags() : policy.tags();
    }

    /** Gives what the ARN names other tags. */
    void replace(Tx tx, AccountRegion scope, String arn, Map<String, String> tags) {
        Hub hub = hub(tx, scope);
        if (isHub(scope, arn)) {
            stores.hubs().save(tx, hub.withTags(tags));
            return;
        }
        ConfigurationPolicy policy = policy(tx, scope, arn);
        if (policy == null) {
            stores.automation().rules().put(tx, scope, rule(tx, scope, arn).withTags(tags));
        } else {
            stores.links().central().policies().put(tx, scope, policy.withTags(tags));
        }
    }

    private @Nullable ConfigurationPolicy policy(Tx tx, AccountRegion scope, String arn) {
        String id = ConfigurationPolicy.id(scope, arn);
        return id.equals(arn) ? null : stores.links().central().policies().find(tx, scope, id);
    }

    private static boolean isHub(AccountRegion scope, String arn) {
        return arn.equals(Hub.arn(scope).toString());
    }

    private Hub hub(Tx tx, AccountRegion scope) {
        Hub hub = stores.hubs().find(tx, scope);
        if (hub == null || !hub.isEnabled()) {
            throw HubRefusals.notFound();
        }
        return hub;
    }

    private AutomationRule rule(Tx tx, AccountRegion scope, String arn) {
        String id = AutomationRuleArns.id(scope, arn);
        AutomationRule rule = id == null ? null : stores.automation().rules().find(tx, scope, id);
        if (rule == null) {
            throw HubRefusals.notFound();
        }
        return rule;
    }
}
