// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect.learned;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.detect.DetectStoreContract;
import io.fleetward.application.detect.learned.BehaviorModels.KeptModel;
import io.fleetward.application.detect.learned.BehaviorModels.TargetVersion;
import io.fleetward.detect.coverage.LearnedSubject;
import io.fleetward.detect.coverage.ModelKey;
import io.fleetward.detect.dimension.DimensionOperator;
import io.fleetward.detect.dimension.MetricDimension;
import io.fleetward.detect.metric.CustomMetric;
import io.fleetward.detect.metric.CustomMetricType;
import io.fleetward.detect.metric.Measurand;
import io.fleetward.detect.metric.MessagesSentMetric;
import io.fleetward.detect.profile.ProfileTarget;
import io.fleetward.detect.training.BehaviorModel;
import io.fleetward.detect.training.ModelVersion;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.registry.thing.ThingGroupName;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link BehaviorModels} promises. */
public abstract class BehaviorModelsContract extends DetectStoreContract {
    private static final AccountRegion HERE = AccountRegion.of("111122223333", "eu-west-1");
    private static final AccountRegion THERE = AccountRegion.of("111122223333", "us-east-1");
    private static final Measurand SENT = Measurand.of(new MessagesSentMetric());
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final ProfileTarget ALL = new ProfileTarget.AllThings();
    private static final ProfileTarget PUMPS = new ProfileTarget.GroupMembers(new ThingGroupName("pumps"));
    private static final ModelKey KEY = key(HERE, "p", "b", SENT);
    private static final ModelKey OF_PUMPS = new ModelKey(KEY.subject(), PUMPS);

    protected abstract BehaviorModels models();

    private static ModelKey key(AccountRegion scope, String profile, String behavior, Measurand measurand) {
        return new ModelKey(new LearnedSubject(scope, profile, behavior, measurand), ALL);
    }

    private static KeptModel version(long version, byte... model) {
        return new KeptModel(
                new ModelVersion(version, NOW, NOW.minusSeconds(60), NOW.minusSeconds(1), 7, 2, 1, "ab".repeat(32)),
                model);
    }

    private void put(BehaviorModel model) {
        change(tx -> models().put(tx, model));
    }

    private @Nullable KeptModel newest() {
        return transactions().<@Nullable KeptModel>read(tx -> models().newest(tx, KEY));
    }

    private @Nullable TrainingProgress progress() {
        return transactions().<@Nullable TrainingProgress>read(tx -> models().progress(tx, KEY));
    }

    @Test
    void keepsTheRecordsOfEveryScope() {
        var outside = new Measurand(SENT.metric(), new MetricDimension("Own", DimensionOperator.NOT_IN));
        var begun = BehaviorModel.begun(KEY, NOW);
        var full = new BehaviorModel(
                key(HERE, "q", "b", outside), NOW, NOW.plusSeconds(1), 5, NOW.plusSeconds(2), 3, NOW, true);
        var custom = BehaviorModel.begun(
                key(THERE, "p", "b", Measurand.of(new CustomMetric("heat", CustomMetricType.NUMBER))), NOW);
        put(full);
        put(custom);
        put(begun);

        assertThat(listed(tx -> models().all(tx))).containsExactlyInAnyOrder(begun, full, custom);
        assertThat(listed(tx -> models().list(tx, HERE))).containsExactly(begun, full);
        assertThat(listed(tx -> models().list(tx, THERE))).containsExactly(custom);
    }

    @Test
    void replacesTheRecordOfABehavior() {
        put(BehaviorModel.begun(KEY, NOW));
        BehaviorModel next = new BehaviorModel(KEY, NOW, null, 9, null, 0, NOW.plusSeconds(9), false);
        put(next);

        assertThat(listed(tx -> models().all(tx))).containsExactly(next);
    }

    @Test
    void keepsTheModelsOfSeveralTargetsApart() {
        var all = BehaviorModel.begun(KEY, NOW);
        var pumps = BehaviorModel.begun(OF_PUMPS, NOW);
        var training = new TrainingProgress(NOW, null, 0, 0, null, null, new byte[] {1});
        put(pumps);
        put(all);
        change(tx -> models().keep(tx, KEY, version(1, (byte) 1), 2));
        change(tx -> models().keep(tx, OF_PUMPS, version(1, (byte) 7), 2));
        change(tx -> models().keep(tx, OF_PUMPS, version(2, (byte) 8), 2));
        change(tx -> models().save(tx, OF_PUMPS, training));

        assertThat(listed(tx -> models().list(tx, HERE))).containsExactly(all, pumps);
        assertThat(listed(tx -> models().versions(tx, HERE, "p", "b")))
                .containsExactly(
                        new TargetVersion(PUMPS, version(2).version()),
                        new TargetVersion(ALL, version(1).version()),
                        new TargetVersion(PUMPS, version(1).version()));
        assertThat(Objects.requireNonNull(newest()).model()).containsExactly(1);
        assertThat(progress()).isNull();

        change(tx -> models().remove(tx, OF_PUMPS));

        assertThat(listed(tx -> models().all(tx))).containsExactly(all);
        assertThat(listed(tx -> models().versions(tx, HERE, "p", "b"))).hasSize(1);
    }

    @Test
    void keepsTheLatestVersions() {
        for (byte version = 1; version <= 4; version++) {
            KeptModel kept = version(version, version, (byte) -version);
            change(tx -> models().keep(tx, KEY, kept, 2));
        }

        assertThat(listed(tx -> models().versions(tx, HERE, "p", "b")))
                .containsExactly(
                        new TargetVersion(ALL, version(4).version()),
                        new TargetVersion(ALL, version(3).version()));
        assertThat(newest()).isNotNull();
        assertThat(Objects.requireNonNull(newest()).model()).containsExactly(4, -4);
        assertThat(listed(tx -> models().versions(tx, THERE, "p", "b"))).isEmpty();
        assertThat(listed(tx -> models().versions(tx, HERE, "p", "c"))).isEmpty();
    }

    @Test
    void keepsHowFarATrainingHasCome() {
        change(tx -> models().save(tx, KEY, new TrainingProgress(NOW, null, 0, 0, null, null, new byte[] {1})));
        var further = new TrainingProgress(
                NOW, "device-7", 9, 2, NOW.minusSeconds(9), NOW.minusSeconds(1), new byte[] {2, 3});
        change(tx -> models().save(tx, KEY, further));

        assertThat(progress()).usingRecursiveComparison().isEqualTo(further);
        change(tx -> models().forgetProgress(tx, KEY));
        assertThat(progress()).isNull();
    }

    @Test
    void forgetsEverythingOfAModelAtOnce() {
        ModelKey other = key(HERE, "p", "c", SENT);
        put(BehaviorModel.begun(KEY, NOW));
        put(BehaviorModel.begun(other, NOW));
        change(tx -> models().keep(tx, KEY, version(1), 2));
        change(tx -> models().keep(tx, other, version(1), 2));
        change(tx -> models().save(tx, KEY, new TrainingProgress(NOW, null, 0, 0, null, null, new byte[] {1})));

        change(tx -> models().remove(tx, KEY));

        assertThat(listed(tx -> models().all(tx)))
                .extracting(model -> model.key().behavior())
                .containsExactly("c");
        assertThat(newest()).isNull();
        assertThat(progress()).isNull();
        assertThat(listed(tx -> models().versions(tx, HERE, "p", "c"))).hasSize(1);
    }
}
