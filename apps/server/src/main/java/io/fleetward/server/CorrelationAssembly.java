// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import io.fleetward.application.hub.FindingOutbox;
import io.fleetward.application.hub.HubAdministration;
import io.fleetward.application.hub.HubChanges;
import io.fleetward.application.hub.HubStores;
import io.fleetward.application.hub.correlation.ConcernedThings;
import io.fleetward.application.hub.correlation.CorrelationEvaluation;
import io.fleetward.application.hub.correlation.CorrelationListener;
import io.fleetward.application.hub.correlation.CorrelationRecorder;
import io.fleetward.application.hub.correlation.CorrelationRuleRegistry;
import io.fleetward.application.hub.correlation.CorrelationStores;
import io.fleetward.application.hub.correlation.CorrelationTrials;
import io.fleetward.application.store.Transactions;
import io.fleetward.application.work.Background;
import io.fleetward.hub.finding.Retention;
import io.fleetward.store.hub.JdbcCorrelationRules;
import io.fleetward.store.hub.JdbcCorrelations;

/** Rules that make one finding out of several. */
record CorrelationAssembly(
        CorrelationStores stores,
        CorrelationRuleRegistry rules,
        CorrelationTrials trials,
        CorrelationEvaluation evaluation) {

    /** What they are put into: the hub and what runs beside it. */
    record Surroundings(
            Transactions transactions,
            HubStores hub,
            HubChanges changes,
            HubAdministration administration,
            FindingOutbox outbox,
            Background background) {}

    static CorrelationAssembly of(Surroundings around, RegistryAssembly registry) {
        var stores = new CorrelationStores(new JdbcCorrelationRules(), new JdbcCorrelations());
        var things = new ConcernedThings(registry.things(), registry.policies().attachments());
        var recorder = new CorrelationRecorder(stores.correlations(), things, around.outbox(), Retention.STANDARD);
        Background background = around.background();
        var evaluation = new CorrelationEvaluation(around.transactions(), around.hub(), stores, recorder, background);
        around.changes().listen(new CorrelationListener(stores.rules(), recorder, background.clock()));
        around.administration().follow(evaluation);
        return new CorrelationAssembly(
                stores,
                new CorrelationRuleRegistry(around.transactions(), around.hub(), stores, evaluation, background.ids()),
                new CorrelationTrials(around.transactions(), around.hub(), stores, recorder),
                evaluation);
    }
}
