// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.detect.learned.BehaviorModels.KeptModel;
import io.fleetward.aws.api.ApiHarness.Answer;
import io.fleetward.detect.coverage.LearnedSubject;
import io.fleetward.detect.coverage.ModelKey;
import io.fleetward.detect.metric.DisconnectsMetric;
import io.fleetward.detect.metric.Measurand;
import io.fleetward.detect.metric.MessagesSentMetric;
import io.fleetward.detect.profile.ProfileTarget;
import io.fleetward.detect.training.BehaviorModel;
import io.fleetward.detect.training.ModelVersion;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TrainingSummaryOperationsTest {
    private static final Instant SINCE = Instant.parse("2026-05-01T00:00:00Z");
    private static final Instant REFRESHED = Instant.parse("2026-05-31T12:00:00Z");

    private final DetectApi api = new DetectApi();

    private void create(String profile, String... behaviors) {
        var all = new StringBuilder("{'name': 'rule', 'metric': 'aws:message-byte-size',"
                + " 'criteria': {'comparisonOperator': 'less-than', 'value': {'count': 8}}}");
        for (String behavior : behaviors) {
            all.append(", {'name': '")
                    .append(behavior)
                    .append("', 'metric': 'aws:num-disconnects', 'criteria': {'mlDetectionConfig':"
                            + " {'confidenceLevel': 'LOW'}}}");
        }
        Answer created = api.call(
                "CreateSecurityProfile", "{'securityProfileName': '" + profile + "', 'behaviors': [" + all + "]}");
        assertThat(created.status()).as(created.body()).isEqualTo(200);
    }

    private static ModelKey key(String behavior) {
        return key(behavior, new ProfileTarget.AllThings());
    }

    private static ModelKey key(String behavior, ProfileTarget target) {
        return new ModelKey(
                new LearnedSubject(DetectApi.HERE, "p", behavior, Measurand.of(new DisconnectsMetric())), target);
    }

    private void keep(BehaviorModel model) {
        api.registry.change(tx -> api.models.put(tx, model));
    }

    private JsonNode summaries(String members) {
        Answer answer = api.call("GetBehaviorModelTrainingSummaries", members);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    @Test
    void tellsHowEveryModelStands() {
        create("p", "a", "b", "c");
        keep(new BehaviorModel(key("a"), SINCE, SINCE, 6_250, REFRESHED, 3, REFRESHED, false));
        keep(new BehaviorModel(key("b"), SINCE, SINCE, 90_000, REFRESHED, 30, REFRESHED, true));

        assertThat(summaries("{}").path("summaries").toString())
                .isEqualTo("[{\"securityProfileName\":\"p\",\"behaviorName\":\"a\","
                        + "\"trainingDataCollectionStartDate\":1777593600,\"modelStatus\":\"ACTIVE\","
                        + "\"datapointsCollectionPercentage\":25.0,\"lastModelRefreshDate\":1780228800},"
                        + "{\"securityProfileName\":\"p\",\"behaviorName\":\"b\","
                        + "\"trainingDataCollectionStartDate\":1777593600,\"modelStatus\":\"EXPIRED\","
                        + "\"datapointsCollectionPercentage\":100.0,\"lastModelRefreshDate\":1780228800},"
                        + "{\"securityProfileName\":\"p\",\"behaviorName\":\"c\","
                        + "\"modelStatus\":\"PENDING_BUILD\",\"datapointsCollectionPercentage\":0.0}]");
    }

    /** A model of another metric is of a behavior that is gone. */
    @Test
    void leavesOutWhatWasLearnedOfAnotherMetric() {
        create("p", "a");
        var before = new ModelKey(
                new LearnedSubject(DetectApi.HERE, "p", "a", Measurand.of(new MessagesSentMetric())),
                new ProfileTarget.AllThings());
        keep(new BehaviorModel(before, SINCE, SINCE, 6_250, REFRESHED, 3, REFRESHED, false));

        assertThat(summaries("{}").path("summaries").get(0).path("modelStatus").stringValue())
                .isEqualTo("PENDING_BUILD");
    }

    @Test
    void showsOfTheModelsOnSeveralTargetsTheOneThatHasComeLeastFar() {
        create("p", "a");
        var registered = new ProfileTarget.RegisteredThings();
        var unregistered = new ProfileTarget.UnregisteredThings();
        attach(registered);
        attach(unregistered);
        keep(new BehaviorModel(key("a"), SINCE, SINCE, 9, REFRESHED, 3, REFRESHED, true));
        keep(new BehaviorModel(key("a", registered), SINCE, SINCE, 6_250, REFRESHED, 3, REFRESHED, false));
        assertThat(status()).as("unregistered things have no model yet").isEqualTo("PENDING_BUILD 0.0");

        keep(new BehaviorModel(key("a", unregistered), SINCE, SINCE, 2_500, REFRESHED, 3, REFRESHED, false));
        assertThat(status()).isEqualTo("ACTIVE 10.0");

        keep(new BehaviorModel(key("a", unregistered), SINCE, SINCE, 90_000, REFRESHED, 3, REFRESHED, true));
        assertThat(status()).isEqualTo("EXPIRED 100.0");
    }

    private void attach(ProfileTarget target) {
        Answer attached = api.call(
                "AttachSecurityProfile",
                "{'securityProfileName': 'p', 'securityProfileTargetArn': '" + target.arn(DetectApi.HERE) + "'}");
        assertThat(attached.status()).as(attached.body()).isEqualTo(200);
    }

    private String status() {
        JsonNode summary = summaries("{}").path("summaries").get(0);
        return summary.path("modelStatus").stringValue() + " " + summary.path("datapointsCollectionPercentage");
    }

    @Test
    void showsOneProfileOrAll() {
        create("p", "a");
        create("q", "z", "b");

        assertThat(names(summaries("{}"))).isEqualTo("p/a q/b q/z");
        assertThat(names(summaries("{'securityProfileName': 'q'}"))).isEqualTo("q/b q/z");

        Answer unknown = api.call("GetBehaviorModelTrainingSummaries", "{'securityProfileName': 'x'}");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.errorCode()).isEqualTo("ResourceNotFoundException");
    }

    @Test
    void showsTenAtATimeAtMost() {
        create("p", "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k");

        JsonNode first = summaries("{}");
        JsonNode rest = summaries("{'nextToken': '" + first.path("nextToken").stringValue() + "'}");
        JsonNode small = summaries("{'maxResults': 2}");

        assertThat(first.path("summaries").size()).isEqualTo(10);
        assertThat(names(rest)).isEqualTo("p/k");
        assertThat(rest.has("nextToken")).isFalse();
        assertThat(names(small)).isEqualTo("p/a p/b");
        assertThat(api.call("GetBehaviorModelTrainingSummaries", "{'maxResults': 11}")
                        .status())
                .isEqualTo(400);
        assertThat(api.call("GetBehaviorModelTrainingSummaries", "{'nextToken': 'bad'}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void tellsWhatEachVersionWasLearnedFrom() {
        create("p", "a");
        var version = new ModelVersion(3, REFRESHED, SINCE, REFRESHED, 6_250, 20, 7, "ab".repeat(32));
        api.registry.change(tx -> api.models.keep(tx, key("a"), new KeptModel(version, new byte[1]), 8));

        Answer answer = api.ask("ListBehaviorModelVersions", "{'securityProfileName': 'p', 'behaviorName': 'a'}");

        assertThat(answer.body())
                .isEqualTo("{\"versions\":[{\"version\":3,\"trainedAt\":1780228800,\"earliestDatapoint\":1777593600,"
                        + "\"latestDatapoint\":1780228800,\"datapointsCount\":6250,\"devicesCount\":20,"
                        + "\"excludedDatapointsCount\":7,\"dataHash\":\"" + "ab".repeat(32)
                        + "\",\"securityProfileTargetArn\":\"" + new ProfileTarget.AllThings().arn(DetectApi.HERE)
                        + "\"}]}");
        for (String behavior : new String[] {"rule", "x"}) {
            Answer unknown = api.ask(
                    "ListBehaviorModelVersions", "{'securityProfileName': 'p', 'behaviorName': '" + behavior + "'}");
            assertThat(unknown.status()).isEqualTo(404);
        }
    }

    private static String names(JsonNode answer) {
        return answer.path("summaries")
                .valueStream()
                .map(summary -> summary.path("securityProfileName").stringValue() + "/"
                        + summary.path("behaviorName").stringValue())
                .reduce((one, other) -> one + " " + other)
                .orElse("");
    }
}
