// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.store.Tx;
import io.fleetward.hub.automation.RulePass;
import io.fleetward.hub.finding.FindingChange;
import io.fleetward.hub.finding.FindingChange.Call;
import io.fleetward.hub.finding.FindingChange.Source;
import io.fleetward.hub.finding.FindingKey;
import io.fleetward.hub.finding.StoredFinding;
import io.fleetward.hub.ingest.FindingIngest;
import io.fleetward.hub.ingest.HubChange;
import io.fleetward.hub.suppression.SuppressedFinding;
import io.fleetward.hub.suppression.SuppressionOutcome;
import io.fleetward.hub.suppression.SuppressionSet;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Applies automation rules and suppressions to what is imported, before it is stored and told to anybody. Thread-safe.
 *
 * <p>Deviation: each of them that changes a finding has a line of its own in the finding's history, which names it. Suppressions
 * come last: no rule hides a finding from them.
 */
final class ImportAutomation {
    private final CompiledRules compiled;
    private final SuppressedFindings suppressed;

    ImportAutomation(HubStores stores) {
        this.compiled = new CompiledRules(stores);
        this.suppressed = stores.automation().suppressed();
    }

    /** What happens to findings by itself, and which of a batch are held already. */
    record Known(CompiledRules.Applicable applicable, Map<FindingKey, List<SuppressedFinding>> held) {
        boolean isSameAs(Known other) {
            return applicable.version().equals(other.applicable.version()) && held.equals(other.held);
        }
    }

    /** What is to be known for a batch of findings with these keys. */
    Known known(Tx tx, AccountRegion scope, Collection<FindingKey> keys) {
        CompiledRules.Applicable current = compiled.of(tx, scope);
        return new Known(current, current.suppressions().isEmpty() ? Map.of() : suppressed.of(tx, scope, keys));
    }

    /** Begins one batch. */
    static Batch begin(Known known, AccountRegion scope, Instant now) {
        return new Batch(scope, known.applicable(), known.held(), now);
    }

    /** Remembers what suppressions have taken hold of in the batch. */
    void end(Tx tx, Batch batch) {
        suppressed.put(tx, batch.scope, batch.noted());
    }

    /** Rules and suppressions for one batch of imports. Confined to a thread. */
    static final class Batch {
        private final AccountRegion scope;
        private final AccountRegion governor;
        private final RulePass rules;
        private final SuppressionSet.Pass suppressions;
        private final Map<FindingKey, Map<String, SuppressedFinding>> held = new HashMap<>();
        private final Map<FindingKey, List<SuppressedFinding>> before;
        private final Instant now;

        private Batch(
                AccountRegion scope,
                CompiledRules.Applicable current,
                Map<FindingKey, List<SuppressedFinding>> before,
                Instant now) {
            this.scope = scope;
            this.governor = current.governor();
            this.rules = current.rules().at(now);
            this.suppressions = current.suppressions().at(now);
            this.before = before;
            this.now = now;
        }

        /** What the import comes to in the end; adds to the history what rules and suppressions changed. */
        HubChange apply(FindingIngest ingest, HubChange imported, List<FindingChange> history) {
            return switch (imported) {
                case HubChange.Created(StoredFinding created) -> new HubChange.Created(apply(created, history));
                case HubChange.Updated(StoredFinding old, StoredFinding after) -> {
                    carryOn(ingest, old, after);
                    yield new HubChange.Updated(old, apply(after, history));
                }
                case HubChange.Ignored ignored -> ignored;
            };
        }

        /** What is new to be remembered. */
        private List<SuppressedFinding> noted() {
            var noted = new ArrayList<SuppressedFinding>();
            held.forEach((key, now) -> now.values().stream()
                    .filter(hold -> !before.getOrDefault(key, List.of()).contains(hold))
                    .forEach(noted::add));
            return noted;
        }

        /** The status to go back to lives on as it would without the suppression: a fault that returns is new again. */
        private void carryOn(FindingIngest ingest, StoredFinding old, StoredFinding after) {
            held(old.key())
                    .replaceAll((id, hold) ->
                            hold.withFormer(ingest.workflow(hold.former(), old.finding(), after.finding())));
        }

        private StoredFinding apply(StoredFinding finding, List<FindingChange> history) {
            StoredFinding last = finding;
            for (RulePass.Step step : rules.apply(finding)) {
                record(history, step.before(), step.after(), AutomationRuleArns.of(governor, step.ruleId()));
                last = step.after();
            }
            List<String> about = suppressions.about(last.finding());
            if (about.isEmpty()) {
                return last;
            }
            Map<String, SuppressedFinding> holds = held(last.key());
            var outcome = SuppressionOutcome.suppress(last, about, List.copyOf(holds.values()), now);
            outcome.noted().forEach(hold -> holds.put(hold.suppressionId(), hold));
            if (outcome.after() == null || outcome.by() == null) {
                return last;
            }
            record(history, last, outcome.after(), SuppressionEdits.arn(scope, outcome.by()));
            return outcome.after();
        }

        private Map<String, SuppressedFinding> held(FindingKey key) {
            return held.computeIfAbsent(key, absent -> {
                var holds = new HashMap<String, SuppressedFinding>();
                before.getOrDefault(key, List.of()).forEach(hold -> holds.put(hold.suppressionId(), hold));
                return holds;
            });
        }

        private void record(List<FindingChange> history, StoredFinding old, StoredFinding after, String identity) {
            var source = new Source(Call.BATCH_IMPORT_FINDINGS, identity);
            FindingWriter.record(history, new HubChange.Updated(old, after), now, source);
        }
    }
}
