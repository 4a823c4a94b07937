// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.correlation;

import static io.fleetward.hub.correlation.CorrelationRuleBuilder.aRule;
import static io.fleetward.hub.finding.FindingBuilder.HOME;
import static io.fleetward.hub.finding.FindingBuilder.aFinding;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.hub.finding.Finding;
import io.fleetward.hub.finding.FindingBuilder;
import io.fleetward.hub.finding.FindingKey;
import io.fleetward.hub.ingest.FindingIngest;
import io.fleetward.hub.ingest.HubChange;
import io.fleetward.hub.ingest.Provider;
import io.fleetward.hub.schema.AsffSchema;
import io.fleetward.hub.schema.SchemaResult;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class CorrelationJudgeTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final JoinedResource DEVICE = new JoinedResource("Other", "dev-42");

    private CorrelationRule rule = aRule().build();
    private Correlation kept = Correlation.empty("rule", DEVICE);
    private Instant now = NOW;

    @Test
    void makesOneFindingOfSeveral() {
        assertThat(write(finding("a", "A"))).isNull();
        ObjectNode told = tell(finding("b", "B"));
        assertThat(AsffSchema.read(told)).isInstanceOf(SchemaResult.Valid.class);
        assertThat(told.path("Title").stringValue()).isEqualTo("telnet and scan on dev-42");
        assertThat(told.path("Severity").path("Label").stringValue()).isEqualTo("CRITICAL");
        assertThat(told.path("Types").toString()).isEqualTo("[\"TTPs/Initial Access\"]");
        assertThat(told.path("RelatedFindings").findValuesAsString("Id")).containsExactly("a", "b");
        assertThat(told.path("Resources").get(0).path("Id").stringValue()).isEqualTo("dev-42");
        assertThat(told.path("GeneratorId").stringValue())
                .isEqualTo("arn:aws:fleetward:eu-west-1:123456789012:correlation-rule/rule");
        assertThat(told.path("Id").stringValue())
                .startsWith("arn:aws:fleetward:eu-west-1:123456789012:correlation-rule/rule/finding/");
        assertThat(told.path("Description").stringValue()).contains("3600 seconds", "A (a)", "B (b)");
        assertThat(told.path("FirstObservedAt").stringValue()).isEqualTo("2026-03-01T10:00:00.000Z");
    }

    @Test
    void saysNothingNewOfTheSame() {
        open();
        now = NOW.plusSeconds(60);
        assertThat(write(finding("b", "B").updatedAt("2026-03-01T10:09:00Z"))).isNull();
        assertThat(kept.isOpen()).isTrue();
    }

    @Test
    void tellsALastingFindingAgainNowAndThen() {
        open();
        now = NOW.plus(Duration.ofHours(13));
        ObjectNode told = tell(finding("b", "B").updatedAt("2026-03-01T10:09:00Z"));
        assertThat(told.path("LastObservedAt").stringValue()).isEqualTo("2026-03-01T10:09:00.000Z");
        assertThat(told.path("CreatedAt").stringValue()).isEqualTo("2026-03-01T12:00:00.000Z");
    }

    @Test
    void tellsOfFurtherCauses() {
        open();
        ObjectNode told = tell(finding("c", "B"));
        assertThat(told.path("RelatedFindings").findValuesAsString("Id")).containsExactly("a", "b", "c");
        assertThat(told.path("UpdatedAt").stringValue()).isEqualTo("2026-03-01T12:00:00.001Z");
    }

    @Test
    void namesNoMoreCausesThanAFindingMayHave() {
        write(finding("a", "A"));
        for (int i = 0; i < 15; i++) {
            write(finding("b" + i, "B"));
        }
        assertThat(kept.sightings()).hasSize(11);
        assertThat(requireNonNull(kept.told()).path("RelatedFindings").findValuesAsString("Id"))
                .hasSize(10)
                .contains("a");
    }

    @Test
    void archivesItsFindingWhenACauseEnds() {
        open();
        ObjectNode told = tell(finding("b", "B").archived());
        assertThat(told.path("RecordState").stringValue()).isEqualTo("ARCHIVED");
        assertThat(kept.isOpen()).isFalse();
        assertThat(write(finding("b", "B").archived())).isNull();
        ObjectNode again = tell(finding("b", "B"));
        assertThat(again.path("RecordState").stringValue()).isEqualTo("ACTIVE");
        assertThat(again.path("Id")).isEqualTo(told.path("Id"));
    }

    @Test
    void goesOnWithAnotherCause() {
        open();
        write(finding("c", "B"));
        ObjectNode told = tell(finding("b", "B").archived());
        assertThat(told.path("RecordState").stringValue()).isEqualTo("ACTIVE");
        assertThat(told.path("RelatedFindings").findValuesAsString("Id")).containsExactly("a", "c");
    }

    @Test
    void aCauseThatNoLongerPassesTheFiltersHasEnded() {
        open();
        ObjectNode told = tell(finding("b", "C"));
        assertThat(told.path("RecordState").stringValue()).isEqualTo("ARCHIVED");
    }

    @Test
    void mayLastUntilTheLastCauseHasEnded() {
        rule = aRule().endsWhen(EndsWhen.ALL_CAUSES_END).build();
        open();
        assertThat(write(finding("b", "B").archived())).isNull();
        assertThat(kept.isOpen()).isTrue();
        ObjectNode told = tell(finding("a", "A").archived());
        assertThat(told.path("RecordState").stringValue()).isEqualTo("ARCHIVED");
        assertThat(write(finding("c", "B"))).isNotNull();
    }

    @Test
    void mayTellWhatHappenedForGood() {
        rule = aRule().endsWhen(EndsWhen.NEVER).build();
        write(finding("a", "A").archived());
        assertThat(write(finding("b", "B").archived())).isNotNull();
        assertThat(kept.isOpen()).isFalse();
        assertThat(write(finding("b", "C"))).isNull();
        assertThat(CorrelationJudge.withdrawal(kept, now)).isNull();
    }

    @Test
    void withdrawsWhatItHasToArchive() {
        open();
        ObjectNode withdrawal = requireNonNull(CorrelationJudge.withdrawal(kept, now));
        assertThat(withdrawal.path("RecordState").stringValue()).isEqualTo("ARCHIVED");
        assertThat(CorrelationJudge.withdrawal(Correlation.empty("rule", DEVICE), now))
                .isNull();
    }

    @Test
    void whatIsToldAfterAWithdrawalIsNewer() {
        open();
        ObjectNode withdrawal = requireNonNull(CorrelationJudge.withdrawal(kept, now));
        kept = kept.retired(withdrawal);
        assertThat(kept.isOpen()).isFalse();
        assertThat(kept.retired(null)).isEqualTo(kept);
        write(finding("a", "A"));
        ObjectNode told = tell(finding("b", "B"));
        assertThat(CorrelationFindings.toldAt(told)).isAfter(CorrelationFindings.toldAt(withdrawal));
    }

    @Test
    void neverSeesWhatRulesFound() {
        open();
        var everything = aRule().part("any", "{'Region':[{'Value':'eu','Comparison':'PREFIX'}]}")
                .part("other", "{'Region':[{'Value':'eu','Comparison':'PREFIX'}]}")
                .build();
        var provider = new Provider("Security Hub", "AWS", false, true);
        var stored = new FindingIngest(HOME.region(), provider, NOW)
                .apply(null, requireNonNull(kept.told()).deepCopy());
        assertThat(stored).isInstanceOf(HubChange.Created.class);
        Finding own = ((HubChange.Created) stored).finding().finding();
        assertThat(CorrelationFindings.isCorrelation(own)).isTrue();
        assertThat(CorrelationSet.active(everything, NOW).sightings(own)).isEmpty();
        assertThat(CorrelationSet.active(everything, NOW)
                        .sightings(aFinding().stored(NOW).finding()))
                .hasSize(2);
    }

    @Test
    void findsTheSameInWhateverOrderItSees() {
        List<FindingBuilder> findings = List.of(finding("a", "A"), finding("b", "B"), finding("c", "B"));
        findings.forEach(this::write);
        Correlation forward = kept;
        kept = Correlation.empty("rule", DEVICE);
        findings.reversed().forEach(this::write);
        assertThat(kept.sightings()).isEqualTo(forward.sightings());
        assertThat(requireNonNull(kept.told()).path("RelatedFindings"))
                .isEqualTo(requireNonNull(forward.told()).path("RelatedFindings"));
    }

    private void open() {
        write(finding("a", "A"));
        assertThat(write(finding("b", "B"))).isNotNull();
    }

    /** Shows the rule a finding, of which it has something to tell. */
    private ObjectNode tell(FindingBuilder sent) {
        return requireNonNull(write(sent));
    }

    /** Shows the rule a finding; answers what it tells. */
    private @Nullable ObjectNode write(FindingBuilder sent) {
        Finding finding = sent.stored(now).finding();
        var written = new LinkedHashMap<FindingKey, List<Sighting>>();
        written.put(finding.key(), CorrelationSet.active(rule, now).sightings(finding));
        CorrelationJudge.Decision decision = new CorrelationJudge(HOME, rule, now).judge(kept, written);
        kept = decision.after();
        return decision.told();
    }

    private static FindingBuilder finding(String id, String title) {
        return aFinding().id(id).title(title);
    }
}
