// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect.learned;

import io.fleetward.application.detect.learned.BehaviorModels.KeptModel;
import io.fleetward.application.detect.runtime.ModelsInForce;
import io.fleetward.application.store.Transactions;
import io.fleetward.detect.alarm.DeviceKey;
import io.fleetward.detect.coverage.LearnedSubject;
import io.fleetward.detect.coverage.ModelKey;
import io.fleetward.detect.evaluate.LearnedEvaluator;
import io.fleetward.detect.learned.LearnedModel;
import io.fleetward.detect.learned.LearnedModels;
import io.fleetward.detect.learned.ModelConfig;
import io.fleetward.detect.learned.Reading;
import io.fleetward.detect.operator.DevicePast;
import io.fleetward.detect.operator.ModelInForce;
import io.fleetward.detect.training.BehaviorModel;
import io.fleetward.detect.training.ModelStatus;
import io.fleetward.detect.training.TrainingRules;
import io.fleetward.detect.window.MetricPeriod;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All models of this process: their records, as they are kept, and the models themselves in force.
 *
 * <p>Thread-safe; blocks while something is written down. A model comes into force after it is written down.
 */
final class ModelShelf {
    private static final Logger LOG = LoggerFactory.getLogger(ModelShelf.class);

    private final Kept kept;
    private final Learning learning;
    private final Map<ModelKey, BehaviorModel> models = new HashMap<>();

    /** Where models are kept, and how many versions of each. */
    record Kept(Transactions transactions, BehaviorModels models, int versions) {}

    /** How models are learned, and where they come into force. */
    record Learning(LearnedModels models, ModelsInForce inForce, TrainingRules rules, MetricPeriod period) {}

    ModelShelf(Kept kept, Learning learning) {
        this.kept = kept;
        this.learning = learning;
    }

    /** Takes up what an earlier life of the process kept. A model that cannot be read any more is learned anew. */
    synchronized void restore(Instant now) {
        for (BehaviorModel model : kept.transactions().read(tx -> kept.models().all(tx))) {
            models.put(model.key(), restored(model, now));
        }
    }

    private BehaviorModel restored(BehaviorModel model, Instant now) {
        switch (model.status()) {
            case EXPIRED -> {}
            case PENDING_BUILD -> putUntrained(model.key());
            case ACTIVE -> {
                ModelInForce newest = newest(model);
                if (newest == null) {
                    putUntrained(model.key());
                    return model.lost(now);
                }
                learning.inForce().put(model.key(), newest);
            }
        }
        return model;
    }

    private @Nullable ModelInForce newest(BehaviorModel model) {
        KeptModel newest = kept.transactions()
                .<@Nullable KeptModel>read(tx -> kept.models().newest(tx, model.key()));
        return switch (newest == null ? null : learning.models().read(newest.model())) {
            case Reading.Read<LearnedModel>(LearnedModel read) ->
                new ModelInForce(Objects.requireNonNull(newest).version().version(), read);
            case Reading.Unreadable<LearnedModel>(String reason) -> {
                LOG.atWarn()
                        .addKeyValue("profile", model.key().profile())
                        .addKeyValue("behavior", model.key().behavior())
                        .addKeyValue("reason", reason)
                        .log("detect.model.not-readable");
                yield null;
            }
            case null -> null;
        };
    }

    /**
     * Adapts to the security profiles of an account and region.
     *
     * @param defined what there are learned behaviors for; all other models are forgotten
     * @param attached for which of them there are devices; where there is no model yet, one is to be learned
     */
    synchronized void adapt(AccountRegion scope, Set<LearnedSubject> defined, Set<ModelKey> attached, Instant now) {
        for (ModelKey key : List.copyOf(models.keySet())) {
            if (key.scope().equals(scope) && !defined.contains(key.subject())) {
                kept.transactions().change(tx -> kept.models().remove(tx, key));
                models.remove(key);
                learning.inForce().remove(key);
            }
        }
        for (ModelKey key : attached) {
            BehaviorModel known = models.get(key);
            if (known == null) {
                BehaviorModel begun = BehaviorModel.begun(key, now);
                kept.transactions().change(tx -> kept.models().put(tx, begun));
                models.put(key, begun);
                putUntrained(key);
            } else if (known.status() == ModelStatus.PENDING_BUILD) {
                models.put(key, known.due(now));
            }
        }
    }

    /** Until there is something to learn from, each device is judged by itself alone, unless that is not wanted. */
    private void putUntrained(ModelKey key) {
        if (!learning.rules().waits()) {
            learning.inForce().put(key, new ModelInForce(0, learning.models().untrained(config(key))));
        }
    }

    /** What a model of this key is to be learned of. */
    ModelConfig config(ModelKey key) {
        return new ModelConfig(
                LearnedEvaluator.valueKind(key.measurand().metric()),
                learning.period().millis(),
                learning.rules().gates(),
                (key.profile() + " " + key.behavior()).hashCode());
    }

    /** The record of the model, or null when it is not wanted any more. */
    synchronized @Nullable BehaviorModel find(ModelKey key) {
        return models.get(key);
    }

    /** The model whose attempt is due first, or null when there is none. */
    synchronized @Nullable BehaviorModel next() {
        return models.values().stream()
                .filter(model -> !model.isExpired())
                .min(Comparator.comparing(BehaviorModel::dueAt))
                .orElse(null);
    }

    /** Keeps a new version and puts it in force, unless it is not wanted any more. */
    synchronized void refreshed(BehaviorModel model, KeptModel made, LearnedModel learned) {
        if (models.containsKey(model.key())) {
            kept.transactions().change(tx -> {
                kept.models().keep(tx, model.key(), made, kept.versions());
                kept.models().put(tx, model);
                kept.models().forgetProgress(tx, model.key());
            });
            models.put(model.key(), model);
            learning.inForce().put(model.key(), new ModelInForce(model.version(), learned));
        }
    }

    /** Devices that were never judged by the model begin with what was learned of them, unless it is not wanted any more. */
    synchronized void taught(ModelKey key, Map<DeviceKey, DevicePast> pasts) {
        if (models.containsKey(key)) {
            learning.inForce().putPasts(key, pasts);
        }
    }

    /** Keeps that there is no new version. A model that expired is in force no more. */
    synchronized void notRefreshed(BehaviorModel model) {
        if (models.containsKey(model.key())) {
            kept.transactions().change(tx -> {
                kept.models().put(tx, model);
                kept.models().forgetProgress(tx, model.key());
            });
            models.put(model.key(), model);
            if (model.isExpired()) {
                learning.inForce().remove(model.key());
            }
        }
    }

    /** Has the model wait after a fault. */
    synchronized void postpone(ModelKey key, Instant to) {
        models.computeIfPresent(key, (_, model) -> model.due(to));
    }

    /** Keeps how far a training has come. */
    synchronized void save(ModelKey key, TrainingProgress progress) {
        if (models.containsKey(key)) {
            kept.transactions().change(tx -> kept.models().save(tx, key, progress));
        }
    }

    /** How far the training of this model had come, or null. */
    @Nullable
    TrainingProgress progress(ModelKey key) {
        return kept.transactions()
                .<@Nullable TrainingProgress>read(tx -> kept.models().progress(tx, key));
    }
}
