// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.automation;

import static io.fleetward.hub.automation.RuleBuilder.aRule;
import static io.fleetward.hub.finding.FindingBuilder.aFinding;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.hub.automation.RulePass.Step;
import io.fleetward.hub.finding.SharedField;
import io.fleetward.hub.finding.StoredFinding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindingRulesTest {
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final StoredFinding FINDING = aFinding().stored(NOW);

    @Test
    void appliesRulesInOrderSoThatTheLastCounts() {
        List<Step> steps = apply(
                aRule("last").order(9).then("{'Criticality':9}"),
                aRule("first").order(3).then("{'Criticality':3}"));
        assertThat(steps).extracting(Step::ruleId).containsExactly("first", "last");
        StoredFinding after = steps.getLast().after();
        assertThat(after.finding().document().path("Criticality").intValue()).isEqualTo(9);
        assertThat(after.customerTouched()).containsExactly(SharedField.CRITICALITY);
        assertThat(after.revision()).isEqualTo(3);
        assertThat(FINDING.finding().document().has("Criticality")).isFalse();
    }

    @Test
    void appliesOfTwoWithTheSameNumberTheOneChangedEarlierFirst() {
        assertThat(apply(
                        aRule("a").updatedAt(NOW).then("{'Criticality':1}"),
                        aRule("b").updatedAt(NOW.minusMillis(1)).then("{'Criticality':2}")))
                .extracting(Step::ruleId)
                .containsExactly("b", "a");
    }

    @Test
    void looksAtTheFindingAsEarlierRulesLeftIt() {
        assertThat(apply(
                        aRule("a").order(1).then("{'Severity':{'Label':'LOW'}}"),
                        aRule("b")
                                .order(2)
                                .when("{'SeverityLabel':[{'Value':'LOW','Comparison':'EQUALS'}]}")
                                .then("{'Workflow':{'Status':'SUPPRESSED'}}"),
                        aRule("c")
                                .order(3)
                                .when("{'SeverityLabel':[{'Value':'HIGH','Comparison':'EQUALS'}]}")
                                .then("{'Criticality':5}")))
                .extracting(Step::ruleId)
                .containsExactly("a", "b");
    }

    @Test
    void stopsAfterATerminalRuleThatMatches() {
        String others = "{'Title':[{'Value':'Something else','Comparison':'EQUALS'}]}";
        assertThat(apply(
                        aRule("a").order(1).when(others).terminal(),
                        aRule("b").order(2).then("{'Criticality':2}").terminal(),
                        aRule("c").order(3).then("{'Criticality':3}")))
                .extracting(Step::ruleId)
                .containsExactly("b");
    }

    @Test
    void stopsAfterATerminalRuleThatHadNothingToChange() {
        StoredFinding critical = apply(aRule("a")).getLast().after();
        var rules = FindingRules.of(List.of(
                aRule("a").order(1).terminal().build(),
                aRule("b").order(2).then("{'Criticality':2}").build()));
        assertThat(rules.at(NOW).apply(critical)).isEmpty();
    }

    @Test
    void leavesDisabledRulesOut() {
        assertThat(apply(aRule("a").disabled())).isEmpty();
        assertThat(FindingRules.NONE.at(NOW).apply(FINDING)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'Severity':{'Label':'LOW'}}",
                "{'Severity':{'Normalized':40}}",
                "{'Note':{'Text':'known','UpdatedBy':'rule'}}",
                "{'Types':['TTPs/Discovery']}",
                "{'UserDefinedFields':{'team':'iot'}}",
                "{'Workflow':{'Status':'SUPPRESSED'}}",
                "{'RelatedFindings':[{'ProductArn':'arn:aws:securityhub:eu-west-1::product/a/b','Id':'x'}]}"
            })
    void changesAFindingOnce(String updates) {
        RuleBuilder rule = aRule("a").then(updates);
        StoredFinding changed = apply(rule).getLast().after();
        RulePass later = FindingRules.of(List.of(rule.build())).at(NOW.plusSeconds(60));
        assertThat(later.apply(changed)).isEmpty();
    }

    @Test
    void claimsAValueThatTheProviderHappensToState() {
        StoredFinding after = apply(aRule("a").then("{'Severity':{'Label':'HIGH'}}"))
                .getLast()
                .after();
        assertThat(after.customerTouched()).containsExactly(SharedField.SEVERITY);
    }

    @Test
    void leavesAFindingAloneThatHasNoRoomForTheValues() {
        StoredFinding full = aFinding()
                .with("Note", "{\"Text\":\"x\",\"UpdatedBy\":\"x\"}")
                .with("Description", '"' + "x".repeat(245_000) + '"')
                .stored(NOW);
        var rules = FindingRules.of(List.of(aRule("a")
                .then("{'UserDefinedFields':{'k':'" + "v".repeat(1000) + "'}}")
                .build()));
        assertThat(rules.at(NOW).apply(full)).isEmpty();
    }

    @Test
    void countsDaysFromTheMomentOfTheImport() {
        var rules = FindingRules.of(List.of(aRule("a")
                .when("{'CreatedAt':[{'DateRange':{'Value':1,'Unit':'DAYS'}}]}")
                .build()));
        Instant created = Instant.parse("2026-03-01T10:00:00Z");
        assertThat(rules.at(created.plus(Duration.ofHours(23))).apply(FINDING)).hasSize(1);
        assertThat(rules.at(created.plus(Duration.ofHours(25))).apply(FINDING)).isEmpty();
    }

    private static List<Step> apply(RuleBuilder... rules) {
        return FindingRules.of(List.of(rules).stream().map(RuleBuilder::build).toList())
                .at(NOW)
                .apply(FINDING);
    }
}
