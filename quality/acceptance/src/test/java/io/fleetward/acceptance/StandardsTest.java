// SPDX-License-Identifier: Apache-2.0
package io.fleetward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.demo.AwsClients;
import io.fleetward.demo.ServerProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.iot.model.Tag;
import software.amazon.awssdk.services.securityhub.model.AssociationStatus;
import software.amazon.awssdk.services.securityhub.model.ParameterConfiguration;
import software.amazon.awssdk.services.securityhub.model.ParameterValueType;
import software.amazon.awssdk.services.securityhub.model.StandardsControlAssociationUpdate;
import software.amazon.awssdk.services.securityhub.model.StandardsStatus;

/** Controls of a standard, as clients of AWS see them, follow what is in the registry. */
class StandardsTest {
    private static final String DOCUMENT = "{\"Version\":\"2012-10-17\",\"Statement\":"
            + "{\"Effect\":\"Allow\",\"Action\":\"iot:Publish\",\"Resource\":\"arn:aws:iot:*:*:topic/plant\"}}";

    @TempDir
    Path folder;

    @Test
    void holdsPoliciesAndDimensionsToTheirTags() throws Exception {
        try (var server = ServerProcess.start(Commands.SERVER, folder.resolve("data"), Duration.ofMinutes(5));
                var aws = new AwsClients(server.environment())) {
            String policy = aws.iot()
                    .createPolicy(r -> r.policyName("plant").policyDocument(DOCUMENT))
                    .policyArn();
            aws.hub().enableSecurityHub(r -> {});
            var standard = aws.hub()
                    .getEnabledStandards(r -> {})
                    .standardsSubscriptions()
                    .getFirst();
            assertThat(standard.standardsStatus()).isEqualTo(StandardsStatus.READY);
            await().untilAsserted(() -> assertThat(statuses(aws)).containsExactly(Map.entry(policy, "FAILED ACTIVE")));

            Tag team = Tag.builder().key("team").value("water").build();
            aws.iot().tagResource(r -> r.resourceArn(policy).tags(team));
            String dimension = aws.iot()
                    .createDimension(r -> r.name("topics")
                            .type("TOPIC_FILTER")
                            .stringValues("plant/#")
                            .clientRequestToken("topics"))
                    .arn();
            await().untilAsserted(() -> assertThat(statuses(aws))
                    .containsExactlyInAnyOrderEntriesOf(Map.of(policy, "PASSED ACTIVE", dimension, "FAILED ACTIVE")));
            String scores = new OwnService(server.environment(), folder).call("describe-standard-scores");
            assertThat(scores).contains("\"overallScore\": 50");

            aws.hub()
                    .updateSecurityControl(r -> r.securityControlId("IoT.6")
                            .parameters(Map.of(
                                    "requiredTagKeys",
                                    ParameterConfiguration.builder()
                                            .valueType(ParameterValueType.CUSTOM)
                                            .value(value -> value.stringList("cost"))
                                            .build())));
            var off = StandardsControlAssociationUpdate.builder()
                    .securityControlId("IoT.3")
                    .standardsArn(standard.standardsArn())
                    .associationStatus(AssociationStatus.DISABLED)
                    .updatedReason("not ours")
                    .build();
            aws.hub().batchUpdateStandardsControlAssociations(r -> r.standardsControlAssociationUpdates(off));
            await().untilAsserted(() -> assertThat(statuses(aws))
                    .containsExactlyInAnyOrderEntriesOf(Map.of(policy, "FAILED ACTIVE", dimension, "FAILED ARCHIVED")));

            aws.iot().deletePolicy(r -> r.policyName("plant"));
            await().untilAsserted(() -> assertThat(statuses(aws)).containsEntry(policy, "FAILED ARCHIVED"));
        }
    }

    /** What is said of each resource, and whether it still is. */
    private static Map<String, String> statuses(AwsClients aws) {
        return aws.hub().getFindings(r -> r.maxResults(100)).findings().stream()
                .collect(Collectors.toMap(
                        finding -> finding.resources().getFirst().id(),
                        finding -> finding.compliance().statusAsString() + " " + finding.recordStateAsString()));
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(20));
    }
}
