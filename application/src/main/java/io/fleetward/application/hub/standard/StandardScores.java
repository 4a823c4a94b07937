// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub.standard;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.fleetward.application.hub.HubRefusals;
import io.fleetward.application.hub.HubStores;
import io.fleetward.application.identity.CallContext;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.filter.FilterParser;
import io.fleetward.hub.filter.FilterResult;
import io.fleetward.hub.filter.FindingFilter;
import io.fleetward.hub.filter.FindingOrder;
import io.fleetward.hub.filter.FindingQuery;
import io.fleetward.hub.finding.OwnedFinding;
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
import io.fleetward.kernel.Region;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * How an account does by the standards that it is held to, from the findings within its sight as they are now: a control
 * fails where it fails for any of its members or linked regions.
 *
 * <p>Thread-safe. Deviation: reckoned when asked for, not once a day.
 */
public final class StandardScores {
    private static final List<ComplianceStatus> WORST_FIRST = List.of(
            ComplianceStatus.FAILED, ComplianceStatus.WARNING, ComplianceStatus.NOT_AVAILABLE, ComplianceStatus.PASSED);

    private final StandardStores stores;
    private final HubStores hub;
    private final ControlCatalog catalog;

    public StandardScores(StandardStores stores, HubStores hub, ControlCatalog catalog) {
        this.stores = stores;
        this.hub = hub;
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
            var told = new Told(tx, sight(tx, context), context.at());
            var standards = new ArrayList<StandardScore>();
            var controls = new ArrayList<ControlScore>();
            var distinct = new HashMap<String, ControlStatus>();
            for (Standard standard : obligations.standards()) {
                var statuses = new ArrayList<ControlStatus>();
                for (SecurityControl control : catalog.of(standard)) {
                    boolean counts = obligations.association(standard, control).isEnabled();
                    ControlStatus status = counts ? told.status(control) : ControlStatus.DISABLED;
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

    /** Whose findings count, those of one region together: the hub's own product goes by another name in each. */
    private Map<Region, List<AccountRegion>> sight(Tx tx, CallContext context) {
        return hub.scopes().of(tx, context.scope()).stream()
                .collect(groupingBy(AccountRegion::region, LinkedHashMap::new, toList()));
    }

    /** What findings tell of controls at one moment. */
    private final class Told {
        private final Tx tx;
        private final Map<Region, List<AccountRegion>> owners;
        private final Instant now;

        Told(Tx tx, Map<Region, List<AccountRegion>> owners, Instant now) {
            this.tx = tx;
            this.owners = owners;
            this.now = now;
        }

        /** The worst that any active finding of the control says that nobody suppressed. */
        ControlStatus status(SecurityControl control) {
            for (ComplianceStatus status : WORST_FIRST) {
                if (owners.values().stream().anyMatch(region -> any(region, control, status))) {
                    return ControlStatus.of(status);
                }
            }
            return ControlStatus.NO_DATA;
        }

        private boolean any(List<AccountRegion> region, SecurityControl control, ComplianceStatus status) {
            FindingFilter filter = filter(region.getFirst(), control, status, now);
            var query = new FindingQuery(filter, FindingOrder.STANDARD);
            var request = PageRequest.first(1);
            while (true) {
                Page<OwnedFinding> page = hub.findings().search(tx, region, query, request);
                if (!page.items().isEmpty()) {
                    return true;
                }
                if (page.next() == null) {
                    return false;
                }
                request = new PageRequest(1, page.next());
            }
        }
    }

    private static FindingFilter filter(
            AccountRegion scope, SecurityControl control, ComplianceStatus status, Instant now) {
        ObjectNode filters = JsonNodeFactory.instance.objectNode();
        Map.of(
                        "ProductArn", ProductArn.of(scope, ControlFindings.PRODUCT),
                        "RecordState", RecordState.ACTIVE.name(),
                        "ComplianceStatus", status.name())
                .forEach((key, value) -> put(filters, key, value, "EQUALS"));
        filters.putArray("GeneratorId").addAll(generators(control));
        put(filters, "WorkflowStatus", WorkflowStatus.SUPPRESSED.name(), "NOT_EQUALS");
        return parsed(filters, now);
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
