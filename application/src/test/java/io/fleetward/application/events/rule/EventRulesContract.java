// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.store.Transactions;
import io.fleetward.kernel.AccountRegion;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What every store of rules does. */
public abstract class EventRulesContract {
    private static final AccountRegion HERE = AccountRegion.of("000000000000", "us-east-1");
    private static final AccountRegion THERE = AccountRegion.of("000000000000", "eu-west-1");
    private static final RuleKey KEY = new RuleKey(HERE, "default", "alarms");
    private static final RuleTarget PLAIN =
            new RuleTarget("a", "arn:a", null, new TargetInput.WholeEvent(), RetryPolicy.STANDARD, HttpParameters.NONE);

    protected abstract Transactions transactions();

    protected abstract EventRules rules();

    private static EventRule rule(RuleKey key) {
        return new EventRule(key, "{\"source\":[\"x\"]}", null, true, "who cries", "arn:role");
    }

    @Test
    void findsWhatWasPutInItsOwnRegionAndBus() {
        EventRule rule = rule(KEY);
        transactions().change(tx -> rules().put(tx, rule));

        transactions().change(tx -> {
            assertThat(rules().find(tx, KEY)).isEqualTo(rule);
            assertThat(rules().find(tx, new RuleKey(THERE, "default", "alarms")))
                    .isNull();
            assertThat(rules().find(tx, new RuleKey(HERE, "other", "alarms"))).isNull();
        });
    }

    @Test
    void replacesARuleAndKeepsItsTargets() {
        var later = new EventRule(KEY, null, "rate(5 minutes)", false, null, null);
        transactions().change(tx -> {
            rules().put(tx, rule(KEY));
            rules().putTarget(tx, KEY, PLAIN);
            rules().put(tx, later);
        });

        List<BoundRule> bound = transactions().read(tx -> rules().bound(tx, HERE, "default"));
        assertThat(bound).containsExactly(new BoundRule(later, List.of(PLAIN)));
    }

    @Test
    void keepsEverythingOfATarget() {
        EventPath path = Objects.requireNonNull(EventPath.parse("$.detail.a[0]"));
        var http = new HttpParameters(List.of("one"), Map.of("X-A", "1"), Map.of("q", "2"));
        var retry = new RetryPolicy(3, Duration.ofMinutes(2));
        var constant = new RuleTarget("b", "arn:b", "arn:role", new TargetInput.Constant("{}"), retry, http);
        var part = new RuleTarget(
                "c", "arn:c", null, new TargetInput.Part(path), RetryPolicy.STANDARD, HttpParameters.NONE);
        var made = new RuleTarget(
                "d",
                "arn:d",
                null,
                new TargetInput.Transformed(new InputTemplate(Map.of("x", path), "\"<x>\"")),
                RetryPolicy.STANDARD,
                HttpParameters.NONE);
        transactions().change(tx -> {
            rules().put(tx, rule(KEY));
            rules().putTarget(tx, KEY, made);
            rules().putTarget(tx, KEY, part);
            rules().putTarget(tx, KEY, new RuleTarget("b", "arn:old", null, part.input(), retry, http));
            rules().putTarget(tx, KEY, constant);
        });

        List<RuleTarget> targets = transactions().read(tx -> rules().targets(tx, KEY));
        assertThat(targets).containsExactly(constant, part, made);
    }

    @Test
    void removesTargetsAndRules() {
        var other = new RuleKey(HERE, "other", "alarms");
        transactions().change(tx -> {
            rules().put(tx, rule(KEY));
            rules().put(tx, rule(other));
            rules().putTarget(tx, KEY, PLAIN);
            rules().putTarget(tx, other, PLAIN);
            rules().removeTargets(tx, KEY, List.of("a", "never there"));
            rules().remove(tx, KEY);
        });

        transactions().change(tx -> {
            assertThat(rules().of(tx, HERE, "default")).isEmpty();
            assertThat(rules().targets(tx, KEY)).isEmpty();
            assertThat(rules().all(tx)).containsExactly(new BoundRule(rule(other), List.of(PLAIN)));
        });
    }

    @Test
    void listsInTheOrderOfNames() {
        var later = new RuleKey(HERE, "default", "b");
        var earlier = new RuleKey(HERE, "default", "B");
        transactions().change(tx -> {
            rules().put(tx, rule(later));
            rules().put(tx, rule(earlier));
            rules().put(tx, rule(new RuleKey(THERE, "default", "a")));
        });

        List<EventRule> all = transactions().read(tx -> rules().of(tx, HERE, "default"));
        assertThat(all).containsExactly(rule(earlier), rule(later));
    }
}
