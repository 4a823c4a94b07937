// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.insight;

import static io.fleetward.hub.finding.FindingBuilder.aFinding;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.hub.filter.FilterGenerator;
import io.fleetward.hub.filter.FilterKey;
import io.fleetward.hub.filter.FilterParser;
import io.fleetward.hub.filter.FilterResult;
import io.fleetward.hub.filter.FindingFilter;
import io.fleetward.hub.filter.FindingGenerator;
import io.fleetward.hub.finding.Finding;
import io.fleetward.testkit.Seed;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class FindingSketchTest {
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    @Test
    void isTheSameForFindingsOfOneKind() {
        FindingSketch first = FindingSketch.of(aFinding()
                .with("Resources", "[{\"Type\":\"Other\",\"Id\":\"one\"},{\"Type\":\"Other\",\"Id\":\"two\"}]")
                .stored(NOW)
                .finding());
        FindingSketch second = FindingSketch.of(aFinding()
                .id("another")
                .title("Another")
                .stored(NOW.plusSeconds(9))
                .finding());
        assertThat(second).isEqualTo(first);
        assertThat(second.fingerprint()).isEqualTo(first.fingerprint());
        FindingSketch archived =
                FindingSketch.of(aFinding().archived().stored(NOW).finding());
        assertThat(archived.fingerprint()).isNotEqualTo(first.fingerprint());
    }

    @Test
    void notesWhatElseTheFindingHas() {
        FindingSketch plain = FindingSketch.of(aFinding().stored(NOW).finding());
        FindingSketch other = FindingSketch.of(
                aFinding().with("Network", "{\"SourcePort\":443}").stored(NOW).finding());
        assertThat(plain.mayHave(FilterKey.NETWORK_SOURCE_PORT)).isFalse();
        assertThat(other.mayHave(FilterKey.NETWORK_SOURCE_PORT)).isTrue();
        assertThat(plain.mayHave(FilterKey.TITLE)).isTrue();
        assertThat(plain.mayHave(FilterKey.SEVERITY_LABEL)).isTrue();
        FindingFilter loud = filter("{'NetworkSourcePort':[{'Gte':1}]}");
        assertThat(plain.mayMatch(loud)).isFalse();
        assertThat(other.mayMatch(loud)).isTrue();
        assertThat(plain.mayMatch(filter("{'MalwareName':[{'Value':'a','Comparison':'NOT_EQUALS'}]}")))
                .isTrue();
    }

    @Test
    void judgesAndHoldsWhatTheFindingDoes() {
        Seed seed = Seed.current();
        var findings = new FindingGenerator(seed.generator());
        var filters = new FilterGenerator(seed.generator());
        List<FilterKey> kept =
                Stream.of(FilterKey.values()).filter(FindingSketch::keeps).toList();
        for (int i = 0; i < 500; i++) {
            Finding finding = findings.next().finding();
            FindingSketch sketch = FindingSketch.of(finding);
            assertThat(FindingSketch.read(JsonMapper.shared().readTree(sketch.text())))
                    .as("%s: %s", seed, finding)
                    .isEqualTo(sketch);
            for (int j = 0; j < 20; j++) {
                ObjectNode sent = j % 2 == 0 ? filters.of(kept) : filters.next();
                FindingFilter filter = filter(sent);
                boolean isOpen = FindingSketch.undecided(filter).matches(finding);
                assertThat(sketch.matches(FindingSketch.decided(filter)) && isOpen)
                        .as("%s: %s on %s", seed, sent, finding)
                        .isEqualTo(filter.matches(finding));
                assertThat(sketch.mayMatch(filter) || !filter.matches(finding))
                        .as("%s: %s on %s", seed, sent, finding)
                        .isTrue();
            }
            for (FilterKey key : FilterKey.values()) {
                if (Grouping.isPossibleBy(key)) {
                    requireSameValues(finding, sketch, new Grouping(key));
                }
            }
        }
    }

    private static void requireSameValues(Finding finding, FindingSketch sketch, Grouping by) {
        if (FindingSketch.keeps(by.key())) {
            assertThat(by.valuesIn(sketch.document())).isEqualTo(by.valuesIn(finding.document()));
        } else if (!sketch.mayHave(by.key())) {
            assertThat(by.valuesIn(finding.document())).isEmpty();
        }
    }

    private static FindingFilter filter(String sent) {
        return filter((ObjectNode) JsonMapper.shared().readTree(sent.replace('\'', '"')));
    }

    private static FindingFilter filter(ObjectNode sent) {
        return ((FilterResult.Parsed) new FilterParser(FilterGenerator.NOW).parse(sent)).filter();
    }
}
