// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub.standard;

import io.fleetward.application.hub.Findings;
import io.fleetward.application.hub.HubRefusals;
import io.fleetward.application.identity.CallContext;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.filter.FilterParser;
import io.fleetward.hub.filter.FilterResult;
import io.fleetward.hub.filter.FindingFilter;
import io.fleetward.hub.filter.FindingOrder;
import io.fleetward.hub.filter.FindingQuery;
import io.fleetward.hub.finding.Finding;
import io.fleetward.hub.finding.RecordState;
import io.fleetward.hub.finding.WorkflowStatus;
import io.fleetward.hub.product.ProductArn;
import io.fleetward.hub.standard.ComplianceStatus;
import io.fleetward.hub.standard.ControlFindings;
import io.fleetward.hub.standard.ControlStatus;
import io.fleetward.hub.standard.Score;
import io.fleetward.hub.standard.SecurityControl;
import io.fleetward.hub.standard.Standard;
import io.fleetward.hub.standard.Standards;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * How an account does by the standards that it is held to, from its findings as they are now.
 *
 * <p>Thread-safe. Deviation: reckoned when asked for, not once a day.
 */
public final class StandardScores {
    private static final List<ComplianceStatus> WORST_FIRST = List.of(
            ComplianceStatus.FAILED, ComplianceStatus.WARNING, ComplianceStatus.NOT_AVAILABLE, ComplianceStatus.PASSED);

    private final StandardStores stores;
    private final Findings findings;
    private final ControlCatalog catalog;

    public StandardScores(StandardStores stores, Findings findings, ControlCatalog catalog) {
        this.stores = stores;
        this.findings = findings;
        this.catalog = catalog;
    }

    /** How a control does within a standard. */
    public record ControlScore(Standard standard, SecurityControl control, ControlStatus status) {}

    /** How the controls of a standard do. */
    public record StandardScore(Standard standard, Score score) {}

    /**
     * How an account does.
     *
     * @param overall every control counted once, in whatever standards it is
     */
    public record Scores(Score overall, List<StandardScore> standards, List<ControlScore> controls) {}

    /** How the account does now. */
    public Scores of(CallContext context) {
        return stores.transactions().read(tx -> {
            HubRefusals.requireEnabled(tx, stores.hubs(), context.scope());
            Obligations obligations = Obligations.of(tx, stores, context.scope());
            var standards = new ArrayList<StandardScore>();
            var controls = new ArrayList<ControlScore>();
            var distinct = new HashMap<String, ControlStatus>();
            for (Standard standard : obligations.standards()) {
                var statuses = new ArrayList<ControlStatus>();
                for (SecurityControl control : catalog.of(standard)) {
                    boolean counts = obligations.association(standard, control).isEnabled();
                    ControlStatus status = counts ? status(tx, context, control) : ControlStatus.DISABLED;
                    statuses.add(status);
                    controls.add(new ControlScore(standard, control, status));
                    distinct.merge(control.id(), status, StandardScores::counting);
                }
                standards.add(new StandardScore(standard, Score.of(statuses)));
            }
            return new Scores(Score.of(distinct.values()), standards, controls);
        });
    }

    private static ControlStatus counting(ControlStatus one, ControlStatus other) {
        return one == ControlStatus.DISABLED ? other : one;
    }

    /** The worst that any active finding of the control says that nobody suppressed. */
    private ControlStatus status(Tx tx, CallContext context, SecurityControl control) {
        for (ComplianceStatus status : WORST_FIRST) {
            if (any(tx, context.scope(), filter(context, control, status))) {
                return ControlStatus.of(status);
            }
        }
        return ControlStatus.NO_DATA;
    }

    private boolean any(Tx tx, AccountRegion scope, FindingFilter filter) {
        var query = new FindingQuery(filter, FindingOrder.STANDARD);
        var request = PageRequest.first(1);
        while (true) {
            Page<Finding> page = findings.search(tx, scope, query, request);
            if (!page.items().isEmpty()) {
                return true;
            }
            if (page.next() == null) {
                return false;
            }
            request = new PageRequest(1, page.next());
        }
    }

    private static FindingFilter filter(CallContext context, SecurityControl control, ComplianceStatus status) {
        AccountRegion scope = context.scope();
        ObjectNode filters = JsonNodeFactory.instance.objectNode();
        Map.of(
                        "ProductArn", ProductArn.of(scope, ControlFindings.PRODUCT),
                        "AwsAccountId", scope.account().value(),
                        "RecordState", RecordState.ACTIVE.name(),
                        "ComplianceStatus", status.name())
                .forEach((key, value) -> put(filters, key, value, "EQUALS"));
        filters.putArray("GeneratorId").addAll(generators(control));
        put(filters, "WorkflowStatus", WorkflowStatus.SUPPRESSED.name(), "NOT_EQUALS");
        return parsed(filters, context.at());
    }

    /** Findings of either kind name the control so; the generator is what findings are kept by. */
    private static List<JsonNode> generators(SecurityControl control) {
        return Stream.concat(
                        Stream.of(ControlFindings.generatorId(control.id())),
                        Standards.all().stream()
                                .filter(Standard::isEvaluated)
                                .map(standard -> ControlFindings.generatorId(standard, control.id())))
                .map(generator -> (JsonNode) JsonNodeFactory.instance
                        .objectNode()
                        .put("Value", generator)
                        .put("Comparison", "EQUALS"))
                .toList();
    }

    private static FindingFilter parsed(ObjectNode filters, Instant now) {
        return switch (new FilterParser(now).parse(filters)) {
            case FilterResult.Parsed(FindingFilter filter) -> filter;
            case FilterResult.Refused refused -> throw new IllegalStateException("no filter: " + refused.problems());
        };
    }

    private static void put(ObjectNode filters, String key, String value, String comparison) {
        filters.putArray(key).addObject().put("Value", value).put("Comparison", comparison);
    }
}
