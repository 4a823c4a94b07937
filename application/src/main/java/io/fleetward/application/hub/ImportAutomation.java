// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.store.Tx;
import io.fleetward.hub.automation.RulePass;
import io.fleetward.hub.finding.FindingChange;
import io.fleetward.hub.finding.FindingChange.Call;
import io.fleetward.hub.finding.FindingChange.Source;
import io.fleetward.hub.finding.StoredFinding;
import io.fleetward.hub.ingest.HubChange;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import java.util.List;

/**
 * Applies automation rules to what is imported, before it is stored and told to anybody. Thread-safe.
 *
 * <p>Deviation: each rule that changes a finding has a line of its own in the finding's history, which names the rule.
 */
final class ImportAutomation {
    private final CompiledRules rules;

    ImportAutomation(AutomationStores stores) {
        this.rules = new CompiledRules(stores.rules());
    }

    /** Prepares for one batch. */
    Batch begin(Tx tx, AccountRegion scope, Instant now) {
        return new Batch(scope, rules.of(tx, scope).at(now), now);
    }

    /** The rules for one batch of imports. */
    record Batch(AccountRegion scope, RulePass rules, Instant now) {
        /** What the import comes to with the rules; adds to the history what they changed. */
        HubChange apply(HubChange imported, List<FindingChange> history) {
            return switch (imported) {
                case HubChange.Created(StoredFinding created) -> new HubChange.Created(apply(created, history));
                case HubChange.Updated(StoredFinding before, StoredFinding after) ->
                    new HubChange.Updated(before, apply(after, history));
                case HubChange.Ignored ignored -> ignored;
            };
        }

        private StoredFinding apply(StoredFinding finding, List<FindingChange> history) {
            StoredFinding last = finding;
            for (RulePass.Step step : rules.apply(finding)) {
                String rule = AutomationRuleArns.of(scope, step.ruleId());
                var source = new Source(Call.BATCH_IMPORT_FINDINGS, rule);
                FindingWriter.record(history, new HubChange.Updated(step.before(), step.after()), now, source);
                last = step.after();
            }
            return last;
        }
    }
}
