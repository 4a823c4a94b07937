// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.backtest;

import io.fleetward.detect.alarm.DeviceKey;
import io.fleetward.detect.coverage.Coverage;
import io.fleetward.detect.coverage.ModelKey;
import io.fleetward.detect.evaluate.LearnedEvaluator;
import io.fleetward.detect.learned.ModelConfig;
import io.fleetward.detect.learned.ModelTraining;
import io.fleetward.detect.operator.MetricSample;
import io.fleetward.detect.operator.ModelInForce;
import io.fleetward.detect.training.AlarmSpells;
import io.fleetward.detect.training.LearnableSeries;
import io.fleetward.detect.window.MetricPeriod;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The models that behaviors would have had. Takes in first, and answers once everybody was heard. Mutable and confined
 * to its owner.
 */
final class PastModels {
    private static final AlarmSpells NO_ALARMS = new AlarmSpells(List.of(), true);
    private static final int POINTS_AT_ONCE = 10_000;

    private final MetricPeriod period;
    private final long through;
    private final Map<ModelKey, ModelTraining> trainings = new HashMap<>();
    private final Map<ModelKey, ModelInForce> models = new HashMap<>();

    PastModels(Coverage coverage, MetricPeriod period, PastLearning learning) {
        this.period = period;
        this.through = learning.through().toEpochMilli();
        for (int behavior = 0; behavior < coverage.behaviorCount(); behavior++) {
            ModelKey key = coverage.behavior(behavior).model();
            if (key != null) {
                var config = new ModelConfig(
                        LearnedEvaluator.valueKind(key.measurand().metric()),
                        period.millis(),
                        learning.gates(),
                        key.behavior().hashCode());
                trainings.put(key, learning.models().train(config));
            }
        }
    }

    /** Takes in what one device measured, as far as it is to be learned from. */
    void learn(DeviceKey device, List<MetricSample> samples) {
        trainings.forEach((key, training) -> {
            List<MetricSample> past = samples.stream()
                    .filter(sample -> sample.measurand().equals(key.measurand()) && sample.at() <= through)
                    .toList();
            LearnableSeries learnable = LearnableSeries.of(device, key.measurand(), past, period, NO_ALARMS);
            if (learnable.series().size() > 0) {
                training.learn(learnable.series());
            }
        });
    }

    /** From now on nothing is taken in, and questions are answered. */
    void complete() {
        trainings.forEach((key, training) -> {
            boolean isMore = true;
            while (isMore) {
                isMore = training.advance(POINTS_AT_ONCE);
            }
            models.put(key, new ModelInForce(1, training.model()));
        });
        trainings.clear();
    }

    /** The model of this key; null before everybody was heard. */
    @Nullable
    ModelInForce model(ModelKey key) {
        return models.get(key);
    }
}
