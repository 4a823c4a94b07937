// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.schema;

import static io.fleetward.hub.finding.FindingBuilder.aFinding;
import static io.fleetward.hub.finding.FindingBuilder.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.kernel.Problem;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class AsffFitTest {
    @Test
    void leavesAFindingThatFitsAsItIs() {
        assertThat(AsffSchema.fit(aFinding().sent()))
                .isEqualTo(new FittedFinding(aFinding().sent(), List.of()));
    }

    @Test
    void cutsTextsAndMarksTheDescription() {
        FittedFinding fitted = AsffSchema.fit(aFinding()
                .title("\uD83D\uDE00".repeat(300))
                .with("Description", '"' + "d".repeat(2000) + '"')
                .sent());
        String description = fitted.document().path("Description").stringValue();
        assertThat(description).hasSize(1024).endsWith("ddd(truncated)");
        assertThat(fitted.document().path("Title").stringValue().codePoints()).hasSize(256);
        assertThat(fitted.losses())
                .containsExactly(
                        new Problem("data.Description", "was cut to 1024 characters"),
                        new Problem("data.Title", "was cut to 256 characters"));
        assertValid(fitted);
    }

    @Test
    void cutsListsAndMaps() {
        String types =
                IntStream.range(0, 60).mapToObj(i -> "\"a/b" + i + '"').collect(Collectors.joining(",", "[", "]"));
        String fields = IntStream.range(0, 60)
                .mapToObj(i -> "\"" + "k".repeat(130) + i + "\":1,\"f" + i + "\":\"v\"")
                .collect(Collectors.joining(",", "{\"\":\"x\",\"aws/securityhub/FindingId\":\"i\",", "}"));
        FittedFinding fitted = AsffSchema.fit(
                aFinding().with("Types", types).with("ProductFields", fields).sent());
        assertThat(fitted.document().path("Types")).hasSize(50);
        assertThat(fitted.document()
                        .path("ProductFields")
                        .path("aws/securityhub/FindingId")
                        .stringValue())
                .isEqualTo("i");
        assertThat(fitted.losses())
                .extracting(Problem::what)
                .contains("was cut to 50 items", "was cut to 50 properties");
        assertValid(fitted);
    }

    @Test
    void writesNumbersAsTextsAndTheReverse() {
        FittedFinding fitted = AsffSchema.fit(aFinding()
                .with(
                        "Resources",
                        "[{\"Type\":\"Container\",\"Id\":\"a\",\"Details\":{\"Other\":{\"CVSS\":7.5,\"on\":true}}}]")
                .with("Confidence", "\"90\"")
                .sent());
        assertThat(fitted.document().path("Resources").path(0).path("Details").path("Other"))
                .isEqualTo(object("{\"CVSS\":\"7.5\",\"on\":\"true\"}"));
        assertThat(fitted.document().path("Confidence").intValue()).isEqualTo(90);
        assertValid(fitted);
    }

    @Test
    void leavesOutBlanksAndBrokenLinks() {
        FittedFinding fitted = AsffSchema.fit(aFinding()
                .with("Remediation", "{\"Recommendation\":{\"Text\":\"\",\"Url\":\"see there\"}}")
                .with("SourceUrl", "\"none\"")
                .with("Vulnerabilities", "[{\"Id\":\"CVE-1\",\"ReferenceUrls\":[\"\"]}]")
                .sent());
        assertThat(fitted.document().has("Remediation")).isFalse();
        assertThat(fitted.document().has("SourceUrl")).isFalse();
        assertThat(fitted.document().path("Vulnerabilities").path(0).has("ReferenceUrls"))
                .isFalse();
        assertValid(fitted);
    }

    @Test
    void leavesWhatItCannotMendToTheSchema() {
        ObjectNode broken = aFinding()
                .title("")
                .with("Types", "7")
                .with("ProductFields", "[]")
                .with("Resources", "{}")
                .with("Confidence", "\"high\"")
                .sent();
        assertThat(AsffSchema.fit(broken)).isEqualTo(new FittedFinding(broken, List.of()));
    }

    private static void assertValid(FittedFinding fitted) {
        assertThat(AsffSchema.read(fitted.document())).isInstanceOf(SchemaResult.Valid.class);
    }
}
