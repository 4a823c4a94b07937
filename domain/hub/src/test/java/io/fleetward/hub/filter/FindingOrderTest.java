// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.filter;

import static io.fleetward.hub.finding.FindingBuilder.HOME;
import static io.fleetward.hub.finding.FindingBuilder.aFinding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetward.hub.finding.Finding;
import io.fleetward.hub.finding.OwnedFinding;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.testkit.Seed;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindingOrderTest {
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    @Test
    void showsTheLatestFirst() {
        Finding early = finding("early", "2026-03-01T10:00:00Z");
        Finding late = finding("late", "2026-03-01T09:30:00-01:00");
        assertThat(sorted(FindingOrder.STANDARD, early, late)).containsExactly(late, early);
    }

    @Test
    void sortsByTheKeysInTurn() {
        Finding first = aFinding()
                .id("1")
                .with("Confidence", "9")
                .title("b")
                .stored(NOW)
                .finding();
        Finding second = aFinding()
                .id("2")
                .with("Confidence", "9")
                .title("a")
                .stored(NOW)
                .finding();
        Finding third = aFinding().id("3").title("c").stored(NOW).finding();
        var order = new FindingOrder(List.of(key("Confidence", true), key("Title", false)));
        assertThat(sorted(order, third, first, second)).containsExactly(second, first, third);
    }

    @Test
    void sortsTextsByCodePoint() {
        Finding letter = aFinding().id("1").title("\uFF21").stored(NOW).finding();
        Finding face = aFinding().id("2").title("\uD83D\uDE00").stored(NOW).finding();
        var order = new FindingOrder(List.of(key("Title", false)));
        assertThat(sorted(order, face, letter)).containsExactly(letter, face);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UpdatedAt",
                "SeverityNormalized",
                "Severity.Normalized",
                "SeverityLabel",
                "Workflow.Status",
                "ProductName",
                "Note.UpdatedAt",
                "NetworkSourcePort",
                "Compliance.Status"
            })
    void sortsByFilterKeysAndByPaths(String field) {
        assertThat(SortKey.of(field, true)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Type", "Types", "ResourceId", "ProductFields", "Keyword", "Sample", "severity", ""})
    void sortsByNothingElse(String field) {
        assertThat(SortKey.of(field, true)).isNull();
    }

    @Test
    void tellsTheSameFindingOfTwoOwnersApart() {
        Finding shared = finding("shared", "2026-03-01T10:00:00Z");
        var first = new OwnedFinding(AccountRegion.of("111111111111", "eu-west-1"), shared);
        var second = new OwnedFinding(AccountRegion.of("222222222222", "eu-west-1"), shared);
        assertThat(FindingOrder.STANDARD.sorted(List.of(first, second))).containsExactly(second, first);
        var ascending = new FindingOrder(List.of(key("Title", false)));
        assertThat(ascending.sorted(List.of(second, first))).containsExactly(first, second);
    }

    @Test
    void writesAndReadsPlaces() {
        Seed seed = Seed.current();
        var findings = new FindingGenerator(seed.generator());
        var orders = new FilterGenerator(seed.generator());
        for (int i = 0; i < 300; i++) {
            FindingOrder order = orders.order();
            SortPosition place =
                    order.positionOf(new OwnedFinding(HOME, findings.next().finding()));
            SortPosition read = SortPosition.parse(order, place.text());
            assertThat(read).as("%s %s", seed, order).isEqualTo(place);
            assertThat(order.compare(read, place)).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "3:abc",
                "1:x2:yz",
                "99:abc",
                "-1:a",
                "1:11:a1:b",
                "1:11:a12:12345678901210:no region!"
            })
    void refusesPlacesOfOtherOrders(String text) {
        assertThatThrownBy(() -> SortPosition.parse(FindingOrder.STANDARD, text))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void knowsAnOrderThatNoChangeDisturbs() {
        Finding before = finding("a", "2026-03-01T00:00:00Z");
        Finding after = finding("a", "2026-04-01T00:00:00Z");
        FindingOrder order = FindingOrder.FINGERPRINT;
        SortPosition place = order.positionOf(new OwnedFinding(HOME, before));
        assertThat(order.positionOf(new OwnedFinding(HOME, after))).isEqualTo(place);
        assertThat(SortPosition.parse(order, place.text())).isEqualTo(place);
        List<Finding> sorted = sorted(order, finding("b", "2026-03-01T00:00:00Z"), before);
        assertThat(sorted)
                .isSortedAccordingTo(
                        Comparator.comparing(finding -> finding.key().fingerprint()));
    }

    private static List<Finding> sorted(FindingOrder order, Finding... findings) {
        List<OwnedFinding> owned = Stream.of(findings)
                .map(finding -> new OwnedFinding(HOME, finding))
                .toList();
        return order.sorted(owned).stream().map(OwnedFinding::finding).toList();
    }

    private static Finding finding(String id, String updatedAt) {
        return aFinding().id(id).updatedAt(updatedAt).stored(NOW).finding();
    }

    private static SortKey key(String field, boolean isDescending) {
        return Objects.requireNonNull(SortKey.of(field, isDescending));
    }
}
