// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub.correlation;

import static io.fleetward.hub.finding.FindingBuilder.HOME;
import static io.fleetward.hub.finding.FindingBuilder.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.hub.FindingImportHandler;
import io.fleetward.application.hub.FindingOutbox;
import io.fleetward.application.hub.HubFixture;
import io.fleetward.application.hub.OutboxFindings;
import io.fleetward.application.outbox.OutboxEntry;
import io.fleetward.application.policy.InMemoryPolicies;
import io.fleetward.application.policy.InMemoryPolicyAttachments;
import io.fleetward.application.registry.RegistryStores;
import io.fleetward.application.store.MortalTransactions;
import io.fleetward.application.time.VirtualTimers;
import io.fleetward.application.work.Background;
import io.fleetward.hub.correlation.CorrelationFindings;
import io.fleetward.hub.finding.Finding;
import io.fleetward.hub.finding.FindingBuilder;
import io.fleetward.hub.finding.RecordState;
import io.fleetward.hub.finding.Retention;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Correlation rules on stores in memory, above a hub and a registry. */
public final class CorrelationFixture {
    public final HubFixture hub = new HubFixture();
    final RegistryStores registry = RegistryStores.inMemory();
    final InMemoryPolicyAttachments attachments = new InMemoryPolicyAttachments(new InMemoryPolicies());
    public final CorrelationStores stores =
            new CorrelationStores(new InMemoryCorrelationRules(), new InMemoryCorrelations());
    private final Deque<OutboxEntry> outbox = new ArrayDeque<>();
    private final Deque<Runnable> jobs = new ArrayDeque<>();
    private final MortalTransactions mortal = new MortalTransactions(hub.transactions);
    VirtualTimers timers = new VirtualTimers(hub.clock);
    private final FindingImportHandler imports = new FindingImportHandler(hub.imports, hub.clock);
    private final CorrelationRecorder recorder = new CorrelationRecorder(
            stores.correlations(), new ConcernedThings(registry.things(), attachments), outbox(), Retention.STANDARD);
    private CorrelationEvaluation evaluation = evaluation();
    public CorrelationRuleRegistry rules = rules();
    public final CorrelationTrials trials = new CorrelationTrials(hub.transactions, hub.stores, stores, recorder);

    public CorrelationFixture() {
        hub.changes.listen(new CorrelationListener(stores.rules(), recorder, hub.clock));
        hub.administration.follow(evaluation);
        hub.enabled(HOME);
    }

    /** Does everything that waits, in the background and in the outbox, until it is done or the process dies. */
    public CorrelationFixture settle() {
        try {
            while (!jobs.isEmpty()) {
                jobs.removeFirst().run();
            }
        } catch (MortalTransactions.Death death) {
            jobs.clear();
        }
        while (!outbox.isEmpty()) {
            OutboxEntry next = outbox.removeFirst();
            hub.transactions.change(tx -> imports.handle(tx, List.of(next)));
        }
        return this;
    }

    /** Lets the process die in the background before the transaction after so many. */
    void dieAfter(int count) {
        mortal.dieAfter(count);
    }

    /** Starts another process on the same stores. */
    void restart() {
        mortal.live();
        jobs.clear();
        timers = new VirtualTimers(hub.clock);
        evaluation = evaluation();
        rules = rules();
        evaluation.start();
    }

    /** Imports findings as a caller, and does what follows. */
    public void send(FindingBuilder... findings) {
        List<ObjectNode> batch = Stream.of(findings).map(FindingBuilder::sent).toList();
        assertThat(hub.imports.batchImport(hub.call(HOME), batch).failures()).isEmpty();
        settle();
    }

    /** The findings that rules have made, whether or not archived. */
    public List<Finding> made() {
        return hub.findings(HOME).stream()
                .filter(CorrelationFindings::isCorrelation)
                .toList();
    }

    /** Those of them that are not archived. */
    List<Finding> open() {
        return made().stream()
                .filter(finding -> finding.recordState() == RecordState.ACTIVE)
                .toList();
    }

    /** Filters that want a title. */
    static ObjectNode titled(String title) {
        return object("{\"Title\":[{\"Value\":\"" + title + "\",\"Comparison\":\"EQUALS\"}]}");
    }

    private CorrelationEvaluation evaluation() {
        return new CorrelationEvaluation(
                mortal, hub.stores, stores, recorder, new Background(jobs::add, timers, hub.clock, hub.ids));
    }

    private CorrelationRuleRegistry rules() {
        return new CorrelationRuleRegistry(hub.transactions, hub.stores, stores, evaluation, hub.ids);
    }

    /** Entries wait as in the outbox: they come with the transaction that leaves them. */
    private FindingOutbox outbox() {
        return (tx, scope, finding) -> {
            String id = finding.path("Id").stringValue();
            var entry = new OutboxEntry(scope, OutboxFindings.TOPIC, id, finding.toString());
            tx.afterCommit(() -> outbox.add(entry));
        };
    }
}
