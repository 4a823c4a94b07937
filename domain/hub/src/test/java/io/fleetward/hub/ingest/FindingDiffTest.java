// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.ingest;

import static io.fleetward.hub.finding.FindingBuilder.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.hub.finding.Finding;
import io.fleetward.hub.finding.FindingChange.FieldUpdate;
import org.junit.jupiter.api.Test;

class FindingDiffTest {
    @Test
    void namesChangedFieldsByTheirPath() {
        assertThat(FindingDiff.between(
                        finding("{\"Severity\":{\"Label\":\"LOW\",\"Normalized\":1},\"Title\":\"a\",\"Gone\":true}"),
                        finding("{\"Severity\":{\"Label\":\"HIGH\",\"Normalized\":70},\"Title\":\"a\",\"Fresh\":7}")))
                .containsExactly(
                        new FieldUpdate("Severity.Label", "LOW", "HIGH"),
                        new FieldUpdate("Severity.Normalized", "1", "70"),
                        new FieldUpdate("Gone", "true", null),
                        new FieldUpdate("Fresh", null, "7"));
    }

    @Test
    void tellsListsAndMapsAsJson() {
        assertThat(FindingDiff.between(
                        finding("{\"Types\":[\"a\"],\"UserDefinedFields\":{\"k\":\"v\"}}"),
                        finding("{\"Types\":[\"b\"],\"UserDefinedFields\":{\"k\":\"w\"},\"Note\":{\"Text\":\"n\"}}")))
                .containsExactly(
                        new FieldUpdate("Types", "[\"a\"]", "[\"b\"]"),
                        new FieldUpdate("UserDefinedFields", "{\"k\":\"v\"}", "{\"k\":\"w\"}"),
                        new FieldUpdate("Note", null, "{\"Text\":\"n\"}"));
    }

    @Test
    void passesOverTimes() {
        assertThat(
                        FindingDiff.between(
                                finding(
                                        "{\"UpdatedAt\":\"a\",\"CreatedAt\":\"a\",\"Note\":{\"Text\":\"n\",\"UpdatedAt\":\"a\"}}"),
                                finding(
                                        "{\"UpdatedAt\":\"b\",\"ProcessedAt\":\"b\",\"Note\":{\"Text\":\"n\",\"UpdatedAt\":\"b\"}}")))
                .isEmpty();
    }

    @Test
    void cutsLongValues() {
        var update = FindingDiff.between(finding("{\"A\":\"" + "x".repeat(9999) + "\"}"), finding("{\"A\":\"y\"}"))
                .getFirst();
        assertThat(update.oldValue()).hasSize(4096 + "(truncated)".length()).endsWith("x(truncated)");
    }

    private static Finding finding(String json) {
        return new Finding(object(json));
    }
}
