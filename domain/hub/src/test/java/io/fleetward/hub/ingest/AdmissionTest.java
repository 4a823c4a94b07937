// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.ingest;

import static io.fleetward.hub.finding.FindingBuilder.aFinding;
import static io.fleetward.hub.finding.FindingBuilder.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.hub.finding.StoredFinding;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AdmissionTest {
    @Test
    void wordsARefusalAsClientsKnowIt() {
        assertThat(Admission.of(
                        aFinding().without("Title").with("Confidence", "101").sent()))
                .isEqualTo(new Admission.Refused("Finding does not adhere to Amazon Finding Format. "
                        + "data.Confidence should be <= 100, data should have required property 'Title'."));
    }

    @Test
    void dropsDetailsOfAFindingThatIsTooLarge() {
        String details = "{\"AwsEc2Instance\":{\"Blob\":\"" + "x".repeat(250_000) + "\"}}";
        String resources = "[{\"Type\":\"Other\",\"Id\":\"a\",\"Details\":" + details + "}]";
        var admitted = (Admission.Admitted)
                Admission.of(aFinding().with("Resources", resources).sent());
        JsonNode resource = admitted.document().path("Resources").get(0);
        assertThat(resource.toString()).isEqualTo("{\"Type\":\"Other\",\"Id\":\"a\"}");
    }

    @Test
    void refusesAFindingThatIsTooLargeWithoutDetails() {
        assertThat(Admission.of(aFinding()
                        .with("Vulnerabilities", vulnerability(250_000))
                        .sent()))
                .isEqualTo(new Admission.Refused("Finding size exceeded 240 KB."));
    }

    @Test
    void countsBytesAndNotCharacters() {
        int free = 240 * 1024
                - aFinding()
                        .with("Vulnerabilities", vulnerability(0))
                        .sent()
                        .toString()
                        .length();
        assertThat(Admission.of(
                        aFinding().with("Vulnerabilities", vulnerability(free)).sent()))
                .isInstanceOf(Admission.Admitted.class);
        assertThat(Admission.of(aFinding()
                        .with("Vulnerabilities", vulnerability(free + 1))
                        .sent()))
                .isInstanceOf(Admission.Refused.class);
        String umlauts = "[{\"Id\":\"" + "ü".repeat(free / 2 + 1) + "\"}]";
        assertThat(Admission.of(aFinding().with("Vulnerabilities", umlauts).sent()))
                .isInstanceOf(Admission.Refused.class);
    }

    @Test
    void refusesEditsThatMakeAFindingTooLarge() {
        StoredFinding stored = aFinding()
                .with("Vulnerabilities", vulnerability(240_000))
                .stored(Instant.parse("2026-06-01T00:00:00Z"));
        var fields = new StringBuilder("{\"UserDefinedFields\":{\"k\":\"v\"");
        for (int i = 0; i < 20; i++) {
            fields.append(",\"k")
                    .append(i)
                    .append("\":\"")
                    .append("v".repeat(1000))
                    .append('"');
        }
        var edit = new FindingEdit(object(fields + "}}"));
        assertThat(edit.apply(stored, Instant.parse("2026-06-02T00:00:00Z"))).isNull();
    }

    private static String vulnerability(int length) {
        return "[{\"Id\":\"" + "x".repeat(length) + "\"}]";
    }
}
