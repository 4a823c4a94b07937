// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub.correlation;

import io.fleetward.application.hub.FindingOutbox;
import io.fleetward.application.hub.correlation.Correlations.Kept;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.correlation.Correlation;
import io.fleetward.hub.correlation.CorrelationJudge;
import io.fleetward.hub.correlation.CorrelationSet;
import io.fleetward.hub.finding.Finding;
import io.fleetward.hub.finding.FindingKey;
import io.fleetward.hub.finding.Retention;
import io.fleetward.kernel.AccountRegion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * Shows findings to rules: notes what they see and leaves in the outbox what they have to say, in the transaction that
 * writes the findings. Thread-safe.
 */
public final class CorrelationRecorder {
    /** How late findings may come without what they belong to being forgotten. */
    private static final Duration LATENESS = Duration.ofHours(1);

    private final Correlations correlations;
    private final ConcernedThings things;
    private final FindingOutbox outbox;
    private final Retention retention;

    public CorrelationRecorder(
            Correlations correlations, ConcernedThings things, FindingOutbox outbox, Retention retention) {
        this.correlations = correlations;
        this.things = things;
        this.outbox = outbox;
        this.retention = retention;
    }

    /** Shows the findings, as they are stored in the end, to the rules. */
    void show(Tx tx, AccountRegion scope, List<CorrelationSet.Active> rules, List<Finding> findings, Instant now) {
        List<FindingKey> keys = findings.stream().map(Finding::key).toList();
        judge(tx, scope, new Shown(rules, keys, look(tx, scope, rules, findings)), now);
    }

    /** Tells the rules that there are no such findings any more: what rests on them has ended. */
    void miss(Tx tx, AccountRegion scope, List<CorrelationSet.Active> rules, List<FindingKey> keys, Instant now) {
        judge(tx, scope, new Shown(rules, keys, new Seen()), now);
    }

    /** What rules are shown: the findings with these keys, as far as they see something in them. */
    private record Shown(List<CorrelationSet.Active> rules, List<FindingKey> keys, Seen seen) {}

    private void judge(Tx tx, AccountRegion scope, Shown shown, Instant now) {
        var byId = new LinkedHashMap<String, CorrelationSet.Active>();
        shown.rules().forEach(rule -> byId.put(rule.rule().id(), rule));
        List<FindingKey> keys = shown.keys();
        Seen seen = shown.seen();
        var changed = new ArrayList<Kept>();
        for (Correlation before : concerned(tx, scope, byId.keySet(), keys, seen)) {
            CorrelationSet.Active rule = byId.get(before.ruleId());
            if (rule != null) {
                CorrelationJudge.Decision decision =
                        new CorrelationJudge(scope, rule.rule(), now).judge(before, seen.of(before.key(), keys));
                if (!decision.after().equals(before)) {
                    changed.add(kept(decision.after(), rule, now));
                }
                if (decision.told() != null) {
                    outbox.append(tx, scope, decision.told());
                }
            }
        }
        correlations.put(tx, scope, changed);
    }

    /** What the rules see in the findings. */
    Seen look(Tx tx, AccountRegion scope, List<CorrelationSet.Active> rules, List<Finding> findings) {
        var seen = new Seen();
        for (Finding finding : findings) {
            var joined = new JoinedResources(tx, scope, things, finding);
            rules.forEach(rule -> seen.add(rule, finding, joined::by));
        }
        return seen;
    }

    /**
     * Archives what a rule had said on these resources and forgets them, but for what was told last: what is told next
     * must be newer.
     */
    void retire(Tx tx, AccountRegion scope, List<Correlation> rows, Instant now) {
        var told = new ArrayList<Kept>();
        var silent = new ArrayList<Correlation.Key>();
        for (Correlation row : rows) {
            ObjectNode withdrawal = CorrelationJudge.withdrawal(row, now);
            if (withdrawal != null) {
                outbox.append(tx, scope, withdrawal);
            }
            if (row.told() == null) {
                silent.add(row.key());
            } else {
                told.add(new Kept(row.retired(withdrawal), now.plus(LATENESS)));
            }
        }
        correlations.put(tx, scope, told);
        correlations.remove(tx, scope, silent);
    }

    /** The rows where something was seen, now or before; empty ones for what is new. */
    private List<Correlation> concerned(
            Tx tx, AccountRegion scope, Set<String> rules, List<FindingKey> findings, Seen seen) {
        SequencedSet<Correlation.Key> keys = new LinkedHashSet<>(seen.byKey().keySet());
        correlations.naming(tx, scope, findings).stream()
                .filter(key -> rules.contains(key.ruleId()))
                .forEach(keys::add);
        if (keys.isEmpty()) {
            return List.of();
        }
        Map<Correlation.Key, Correlation> rows = new LinkedHashMap<>();
        seen.byKey().forEach((key, here) -> rows.put(key, Correlation.empty(key.ruleId(), here.resource())));
        correlations.find(tx, scope, keys).forEach(row -> rows.put(row.key(), row));
        return List.copyOf(rows.values());
    }

    private Kept kept(Correlation correlation, CorrelationSet.Active rule, Instant now) {
        Duration rest = correlation.isOpen()
                ? retention.active()
                : rule.rule().question().within().plus(LATENESS);
        return new Kept(correlation, now.plus(rest));
    }
}
