// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import static io.fleetward.hub.finding.FindingBuilder.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.store.Transactions;
import io.fleetward.hub.automation.AutomationRule;
import io.fleetward.hub.automation.RuleCriteria;
import io.fleetward.hub.ingest.FindingEdit;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the store of automation rules promises. */
public abstract class AutomationRulesContract {
    private static final AccountRegion HOME = AccountRegion.of("123456789012", "eu-west-1");
    private static final AccountRegion NEIGHBOR = AccountRegion.of("123456789012", "us-east-1");
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00.123Z");

    protected abstract Transactions transactions();

    protected abstract AutomationRules rules();

    @Test
    void keepsRulesOfEachAccountAndRegion() {
        AutomationRule first = rule("a", 7, true);
        AutomationRule second = rule("b", 3, false);
        transactions().change(tx -> {
            rules().put(tx, HOME, first.withTags(Map.of()));
            rules().put(tx, HOME, first);
            rules().put(tx, HOME, second);
            rules().put(tx, NEIGHBOR, second.withTags(Map.of("of", "the neighbor")));
        });
        assertThat(find(HOME, "a")).isEqualTo(first);
        assertThat(find(NEIGHBOR, "a")).isNull();
        assertThat(all(HOME)).containsExactlyInAnyOrder(first, second);
        assertThat(all(NEIGHBOR)).hasSize(1);
    }

    @Test
    void removesOneOrAll() {
        transactions().change(tx -> {
            rules().put(tx, HOME, rule("a", 1, true));
            rules().put(tx, HOME, rule("b", 1, true));
            rules().put(tx, NEIGHBOR, rule("b", 1, true));
            rules().setVersion(tx, HOME, "one");
            rules().setVersion(tx, NEIGHBOR, "one");
        });
        assertThat(remove(HOME, "a")).isTrue();
        assertThat(remove(HOME, "a")).isFalse();
        assertThat(all(HOME)).hasSize(1);
        transactions().change(tx -> rules().removeAll(tx, HOME));
        assertThat(all(HOME)).isEmpty();
        assertThat(version(HOME)).isEmpty();
        assertThat(all(NEIGHBOR)).hasSize(1);
        assertThat(version(NEIGHBOR)).isEqualTo("one");
    }

    @Test
    void knowsTheLastVersion() {
        assertThat(version(HOME)).isEmpty();
        transactions().change(tx -> rules().setVersion(tx, HOME, "one"));
        transactions().change(tx -> rules().setVersion(tx, HOME, "two"));
        assertThat(version(HOME)).isEqualTo("two");
        assertThat(version(NEIGHBOR)).isEmpty();
    }

    private @Nullable AutomationRule find(AccountRegion scope, String id) {
        return transactions().read(tx -> rules().find(tx, scope, id));
    }

    private List<AutomationRule> all(AccountRegion scope) {
        return transactions().read(tx -> rules().all(tx, scope));
    }

    private boolean remove(AccountRegion scope, String id) {
        return transactions().write(tx -> rules().remove(tx, scope, id));
    }

    private String version(AccountRegion scope) {
        return transactions().read(tx -> rules().version(tx, scope));
    }

    private static AutomationRule rule(String id, int order, boolean flag) {
        return new AutomationRule(
                id,
                "name \u2603",
                "description",
                order,
                flag,
                !flag,
                new RuleCriteria(object("{\"Title\":[{\"Value\":\"Telnet open\",\"Comparison\":\"EQUALS\"}]}")),
                new FindingEdit(object("{\"Workflow\":{\"Status\":\"SUPPRESSED\"}}")),
                NOW,
                NOW.plusMillis(1),
                "arn:aws:iam::123456789012:user/admin",
                Map.of("team", "iot"));
    }
}
