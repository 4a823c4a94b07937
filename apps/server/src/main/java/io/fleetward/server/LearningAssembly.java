// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import io.fleetward.application.detect.learned.BehaviorModels;
import io.fleetward.application.detect.learned.ModelTrainer;
import io.fleetward.application.detect.learned.TrainingPace;
import io.fleetward.application.detect.learned.TrainingSummaries;
import io.fleetward.application.detect.runtime.DetectData;
import io.fleetward.application.detect.runtime.DetectEnvironment;
import io.fleetward.application.detect.runtime.ModelsInForce;
import io.fleetward.detect.learned.LearnedModels;
import io.fleetward.detect.learned.StandardModels;
import io.fleetward.detect.window.MetricPeriod;
import io.fleetward.store.detect.JdbcBehaviorModels;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Learned behaviors: their models, and who learns them in the background. */
record LearningAssembly(
        LearnedModels models,
        ModelsInForce inForce,
        ModelTrainer trainer,
        TrainingSummaries summaries,
        ExecutorService thread)
        implements AutoCloseable {
    static LearningAssembly of(Settings settings, Foundation foundation, DetectData data) {
        LearnedModels models = new StandardModels();
        BehaviorModels kept = new JdbcBehaviorModels();
        var inForce = new ModelsInForce(models::readBaseline);
        ExecutorService thread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("detect-learning").daemon().factory());
        var trainer = new ModelTrainer(
                new ModelTrainer.Learning(
                        settings.learning(),
                        TrainingPace.STANDARD,
                        MetricPeriod.of(settings.metricPeriod()),
                        models,
                        inForce),
                data,
                kept,
                new DetectEnvironment(foundation.clock(), foundation.timers(), thread, foundation.ids()));
        var summaries = new TrainingSummaries(
                data.state().transactions(),
                data.state().stores(),
                new TrainingSummaries.Kept(data.metrics().transactions(), kept),
                settings.learning());
        return new LearningAssembly(models, inForce, trainer, summaries, thread);
    }

    @Override
    public void close() {
        trainer.close();
        thread.shutdown();
    }
}
