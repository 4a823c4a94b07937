// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.chain;

import io.fleetward.application.audit.ReportedFindings;
import io.fleetward.application.detect.Violations;
import io.fleetward.application.events.delivery.ToldFindings;
import io.fleetward.application.hub.FindingIdentifier;
import io.fleetward.application.hub.HubRefusals;
import io.fleetward.application.hub.HubStores;
import io.fleetward.application.hub.correlation.Correlations;
import io.fleetward.application.identity.CallContext;
import io.fleetward.application.mitigation.MitigationExecutions;
import io.fleetward.application.mitigation.MitigationTasks;
import io.fleetward.application.store.Transactions;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.finding.Finding;
import io.fleetward.hub.finding.FindingKey;
import io.fleetward.hub.finding.StoredFinding;
import io.fleetward.kernel.AccountRegion;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Tells why a finding is there and what came of it, from what other parts keep. Thread-safe. */
public final class FindingChains {
    private final Transactions transactions;
    private final HubStores hub;
    private final List<ChainSource> inTheHub;
    private final List<ChainSource> ofTheOwner;
    private final DeliveryLinks deliveries;

    public FindingChains(Transactions transactions, HubStores hub, Sources sources) {
        this.transactions = transactions;
        this.hub = hub;
        List<ChainSource> makers = List.of(
                new ViolationLinks(sources.violations()),
                new AuditLinks(sources.auditFindings()),
                new MitigationLinks(sources.tasks(), sources.executions()));
        this.ofTheOwner = Stream.concat(
                        makers.stream(),
                        Stream.of(new CorrelationLinks(hub.findings(), sources.correlations(), makers)))
                .toList();
        this.inTheHub = List.of(new HistoryLinks(hub.histories()));
        this.deliveries = new DeliveryLinks(sources.told());
    }

    /** Where links are found besides the hub's own stores. */
    public record Sources(
            Correlations correlations,
            Violations violations,
            ReportedFindings auditFindings,
            MitigationTasks tasks,
            MitigationExecutions executions,
            ToldFindings told) {}

    /**
     * The chain of a finding within the caller's sight; of findings that several accounts in sight keep under the same
     * name it is the caller's own, or else that of the first account. What a finding of another account or region was
     * made of is shown only there; events are those of the caller's own targets.
     */
    public FindingChain describe(CallContext context, FindingIdentifier identifier) {
        return transactions.read(tx -> {
            HubRefusals.requireEnabled(tx, hub.hubs(), context.scope());
            List<AccountRegion> scopes = hub.scopes().of(tx, context.scope());
            Map<AccountRegion, Map<FindingKey, StoredFinding>> found =
                    hub.findings().find(tx, scopes, List.of(identifier.key()));
            AccountRegion owner =
                    scopes.stream().filter(found::containsKey).findFirst().orElseThrow(HubRefusals::notFound);
            StoredFinding stored = Objects.requireNonNull(found.get(owner)).get(identifier.key());
            return chain(tx, context, owner, Objects.requireNonNull(stored).finding());
        });
    }

    private FindingChain chain(Tx tx, CallContext context, AccountRegion owner, Finding finding) {
        var chain = new ChainDraft(context.at());
        inTheHub.forEach(source -> source.trace(tx, owner, finding, chain));
        deliveries.trace(tx, context.scope(), finding, chain);
        if (owner.equals(context.scope())) {
            ofTheOwner.forEach(source -> source.trace(tx, owner, finding, chain));
        } else {
            chain.miss("What the finding was made of is shown to account " + owner.account() + " in " + owner.region()
                    + " alone.");
        }
        return chain.done();
    }
}
