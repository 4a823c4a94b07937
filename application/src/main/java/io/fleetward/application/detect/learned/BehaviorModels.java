// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect.learned;

import io.fleetward.application.store.Tx;
import io.fleetward.detect.coverage.ModelKey;
import io.fleetward.detect.profile.ProfileTarget;
import io.fleetward.detect.training.BehaviorModel;
import io.fleetward.detect.training.ModelVersion;
import io.fleetward.kernel.AccountRegion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The models of learned behaviors with their versions, and trainings that are not finished. At most one model per
 * profile, behavior and target. Thread-safe.
 */
public interface BehaviorModels {
    /** The models of every account and region. */
    List<BehaviorModel> all(Tx tx);

    /** Those of one, by profile, behavior and the ARN of the target. */
    List<BehaviorModel> list(Tx tx, AccountRegion scope);

    /** Keeps the record, instead of an earlier one of its profile, behavior and target. */
    void put(Tx tx, BehaviorModel model);

    /** Forgets the model of this profile, behavior and target with its versions and its unfinished training. */
    void remove(Tx tx, ModelKey key);

    /** Keeps a version of a model, and of older ones only so many that there are not more than this altogether. */
    void keep(Tx tx, ModelKey key, KeptModel kept, int most);

    /** The newest version, or null. */
    @Nullable
    KeptModel newest(Tx tx, ModelKey key);

    /** What the versions that are kept of a profile's behavior were learned from, the newest first. */
    List<TargetVersion> versions(Tx tx, AccountRegion scope, String profile, String behavior);

    /** Keeps how far the training of this model has come, instead of what was kept of it before. */
    void save(Tx tx, ModelKey key, TrainingProgress progress);

    /** How far the training of this model had come, or null. */
    @Nullable
    TrainingProgress progress(Tx tx, ModelKey key);

    /** Forgets how far it had come. */
    void forgetProgress(Tx tx, ModelKey key);

    /** A version of the model of a target. */
    record TargetVersion(ProfileTarget target, ModelVersion version) {}

    /** A version of a model, and the model as it writes itself down. */
    @SuppressWarnings("ArrayRecordComponent") // Up to a megabyte, handed on once.
    record KeptModel(ModelVersion version, byte[] model) {}
}
