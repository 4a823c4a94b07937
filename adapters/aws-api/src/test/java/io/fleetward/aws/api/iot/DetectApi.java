// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import static io.fleetward.registry.thing.ThingGroupBuilder.aGroup;

import io.fleetward.application.detect.AlarmEvents;
import io.fleetward.application.detect.CustomMetricRegistry;
import io.fleetward.application.detect.CustomMetricTypes;
import io.fleetward.application.detect.Definitions;
import io.fleetward.application.detect.DetectStores;
import io.fleetward.application.detect.DimensionRegistry;
import io.fleetward.application.detect.InMemoryDetectStores;
import io.fleetward.application.detect.InMemoryMetricSamples;
import io.fleetward.application.detect.MetricHistory;
import io.fleetward.application.detect.ProfileAttachments;
import io.fleetward.application.detect.SecurityProfileRegistry;
import io.fleetward.application.detect.ViolationReview;
import io.fleetward.application.detect.backtest.Backtests;
import io.fleetward.application.detect.learned.InMemoryBehaviorModels;
import io.fleetward.application.detect.learned.TrainingSummaries;
import io.fleetward.application.registry.RegistryStores;
import io.fleetward.application.registry.tag.ResourceTags;
import io.fleetward.application.registry.tag.TagRegistry;
import io.fleetward.aws.api.ApiHarness;
import io.fleetward.aws.api.ApiHarness.Answer;
import io.fleetward.aws.api.fleetward.BacktestOperations;
import io.fleetward.aws.api.fleetward.BehaviorModelOperations;
import io.fleetward.aws.api.fleetward.ViolationEvidenceOperations;
import io.fleetward.aws.api.model.AwsService;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.detect.behavior.BehaviorRules;
import io.fleetward.detect.learned.ModelConfig;
import io.fleetward.detect.learned.PlainModels;
import io.fleetward.detect.training.TrainingRules;
import io.fleetward.detect.window.MetricPeriod;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.registry.thing.ThingGroup;
import io.fleetward.testkit.VirtualClock;
import java.time.Duration;
import java.util.List;

/** The operations of Detect on stores in memory, without anybody watching devices. */
final class DetectApi {
    static final AccountRegion HERE = AccountRegion.of("111122223333", "eu-west-1");
    static final String ARN = "arn:aws:iot:eu-west-1:111122223333:";

    final VirtualClock clock = VirtualClock.atStart();
    final RegistryStores registry = RegistryStores.inMemory();
    final DetectStores stores = InMemoryDetectStores.create();
    final Definitions catalog = new Definitions(registry.transactions(), stores);
    final InMemoryMetricSamples samples = new InMemoryMetricSamples();
    final InMemoryBehaviorModels models = new InMemoryBehaviorModels();
    private final ApiHarness harness = harness();

    private ApiHarness harness() {
        var tokens = new PageTokens(new byte[32]);
        var tags = new ResourceTags(registry.tags());
        var profiles = new SecurityProfileRegistry(
                registry.transactions(), stores, BehaviorRules.AWS, tags, scope -> {}, clock);
        var attachments = new ProfileAttachments(
                registry.transactions(), stores, registry.things().groups(), scope -> {});
        var metrics = new CustomMetricRegistry(
                registry.transactions(),
                stores,
                new CustomMetricTypes(registry.transactions(), stores.customMetrics()),
                tags,
                kept(),
                clock);
        var dimensions = new DimensionRegistry(registry.transactions(), stores, tags, scope -> {}, clock);
        return ApiHarness.of(
                        clock,
                        new SecurityProfileOperations(profiles, tokens),
                        new ProfileAttachmentOperations(attachments, tokens),
                        new CustomMetricOperations(metrics, tokens),
                        new DimensionOperations(dimensions, tokens),
                        new TagOperations(
                                new TagRegistry(registry.transactions(), tags, List.of(metrics, dimensions)), tokens),
                        new ViolationOperations(review(), tokens),
                        new TrainingSummaryOperations(summaries(), tokens),
                        new MetricValueOperations(history(), tokens),
                        new ViolationEvidenceOperations(review()),
                        new BehaviorModelOperations(summaries()),
                        new BacktestOperations(backtests(), clock))
                .in(HERE);
    }

    private ViolationReview review() {
        return new ViolationReview(registry.transactions(), stores, new AlarmEvents((_, _) -> _ -> {}));
    }

    private TrainingSummaries summaries() {
        return new TrainingSummaries(
                registry.transactions(),
                stores,
                new TrainingSummaries.Kept(registry.transactions(), models),
                TrainingRules.STANDARD);
    }

    private MetricHistory history() {
        return new MetricHistory(registry.transactions(), stores.catalog(), kept(), clock);
    }

    private Backtests backtests() {
        return new Backtests(
                registry.transactions(),
                stores.catalog(),
                kept(),
                new Backtests.Judging(
                        BehaviorRules.AWS, MetricPeriod.FIVE_MINUTES, new PlainModels(), ModelConfig.Gates.AWS),
                clock);
    }

    private MetricHistory.Kept kept() {
        return new MetricHistory.Kept(registry.transactions(), samples, Duration.ofDays(14));
    }

    Answer call(String operation, String members) {
        return harness.call(AwsService.IOT, operation, members);
    }

    /** Calls our own service. */
    Answer ask(String operation, String members) {
        return harness.call(AwsService.FLEETWARD, operation, members);
    }

    /** A root group, or one below the given group. */
    ThingGroup createGroup(String name, ThingGroup... parent) {
        var builder = aGroup(HERE, name);
        ThingGroup group =
                parent.length == 0 ? builder.build() : builder.under(parent[0]).build();
        registry.change(tx -> registry.things().groups().put(tx, group));
        return group;
    }
}
