// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IotError;
import io.fleetward.application.events.BusEvent;
import io.fleetward.application.events.EventSink;
import io.fleetward.application.identity.CallContext;
import io.fleetward.application.store.Transactions;
import io.fleetward.hub.finding.Finding;
import io.fleetward.hub.finding.FindingKey;
import io.fleetward.hub.finding.StoredFinding;
import io.fleetward.kernel.AccountRegion;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends findings or an insight's results to the bus by a custom action, in the shapes that rules written for Security
 * Hub expect. Thread-safe (hub, custom actions and events).
 */
public final class CustomActionFiring {
    private static final int MOST_FINDINGS = 20;
    private static final String SOURCE = "aws.securityhub";

    private final Transactions transactions;
    private final HubStores stores;
    private final ActionTargets targets;
    private final Insights insights;
    private final EventSink events;

    /** Reads from these stores and leaves events in that sink. */
    public CustomActionFiring(
            Transactions transactions, HubStores stores, ActionTargets targets, Insights insights, EventSink events) {
        this.transactions = transactions;
        this.stores = stores;
        this.targets = targets;
        this.insights = insights;
        this.events = events;
    }

    /**
     * Sends one event for each of up to 20 findings within the caller's sight, all of them or none, to the caller's own
     * bus; answers how many events were sent.
     */
    public int fireFindings(CallContext context, String actionTargetArn, List<FindingIdentifier> identifiers) {
        if (identifiers.isEmpty() || identifiers.size() > MOST_FINDINGS) {
            throw new ApiException(
                    IotError.INVALID_REQUEST, "findingIdentifiers must name 1 to " + MOST_FINDINGS + " findings.");
        }
        return transactions.write(tx -> {
            HubRefusals.requireEnabled(tx, stores.hubs(), context.scope());
            ActionTarget target = CustomActions.find(tx, targets, context.scope(), actionTargetArn);
            List<FindingKey> keys =
                    identifiers.stream().map(FindingIdentifier::key).distinct().toList();
            List<AccountRegion> scopes = stores.scopes().of(tx, context.scope());
            var found = stores.findings().find(tx, scopes, keys);
            for (FindingKey key : keys) {
                ObjectNode detail = detail(target);
                detail.putArray("findings").add(finding(scopes, found, key).document());
                events.put(
                        tx, context.scope(), event(context, "Security Hub Findings - Custom Action", target, detail));
            }
            return keys.size();
        });
    }

    /** Sends one event with the results of an insight; answers how many events were sent. */
    public int fireInsight(CallContext context, String actionTargetArn, String insightArn) {
        return transactions.write(tx -> {
            HubRefusals.requireEnabled(tx, stores.hubs(), context.scope());
            ActionTarget target = CustomActions.find(tx, targets, context.scope(), actionTargetArn);
            Insights.Results results = insights.results(tx, context, insightArn);
            ObjectNode detail = detail(target)
                    .put("insightArn", results.insight().arn())
                    .put("insightName", results.insight().name())
                    .put("resultType", results.insight().grouping().key().wireName())
                    .put("number of results", results.groups().size());
            ArrayNode list = detail.putArray("insightResults");
            results.groups().forEach(group -> list.addObject().put(group.value(), group.count()));
            events.put(tx, context.scope(), event(context, "Security Hub Insight Results", target, detail));
            return 1;
        });
    }

    /** The finding of the first account that keeps one under this key. */
    private static Finding finding(
            List<AccountRegion> scopes, Map<AccountRegion, Map<FindingKey, StoredFinding>> found, FindingKey key) {
        return scopes.stream()
                .map(scope -> found.getOrDefault(scope, Map.of()).get(key))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(HubRefusals::notFound)
                .finding();
    }

    private static ObjectNode detail(ActionTarget target) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("actionName", target.name())
                .put("actionDescription", target.description());
    }

    private static BusEvent event(CallContext context, String detailType, ActionTarget target, ObjectNode detail) {
        return new BusEvent(SOURCE, detailType, context.at(), List.of(target.arn(context.scope())), detail);
    }
}
