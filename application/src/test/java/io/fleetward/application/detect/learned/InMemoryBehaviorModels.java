// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect.learned;

import io.fleetward.application.registry.ScopedKey;
import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.detect.coverage.ModelKey;
import io.fleetward.detect.training.BehaviorModel;
import io.fleetward.kernel.AccountRegion;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Models in memory. */
public final class InMemoryBehaviorModels implements BehaviorModels {
    private static final Comparator<BehaviorModel> BY_NAME = Comparator.comparing(
                    (BehaviorModel model) -> model.key().scope().toString())
            .thenComparing(model -> model.key().profile())
            .thenComparing(model -> model.key().behavior())
            .thenComparing(model -> arn(model.key()));

    private final InMemoryTable<ScopedKey, BehaviorModel> rows = new InMemoryTable<>();
    private final InMemoryTable<ScopedKey, Version> versions = new InMemoryTable<>();
    private final InMemoryTable<ScopedKey, TrainingProgress> trainings = new InMemoryTable<>();

    private record Version(ModelKey key, KeptModel kept) {}

    private static ScopedKey key(ModelKey key) {
        return ScopedKey.of(key.scope(), key.profile(), key.behavior() + " " + arn(key));
    }

    private static String arn(ModelKey key) {
        return key.target().arn(key.scope()).toString();
    }

    @Override
    public List<BehaviorModel> all(Tx tx) {
        return rows.all(tx).stream().sorted(BY_NAME).toList();
    }

    @Override
    public List<BehaviorModel> list(Tx tx, AccountRegion scope) {
        return all(tx).stream()
                .filter(model -> model.key().scope().equals(scope))
                .toList();
    }

    @Override
    public void put(Tx tx, BehaviorModel model) {
        rows.put(tx, key(model.key()), model);
    }

    @Override
    public void remove(Tx tx, ModelKey key) {
        rows.remove(tx, key(key));
        trainings.remove(tx, key(key));
        kept(tx, key).toList().forEach(kept -> removeVersion(tx, key, kept));
    }

    @Override
    public void keep(Tx tx, ModelKey key, KeptModel kept, int most) {
        versions.put(tx, versionKey(key, kept), new Version(key, kept));
        kept(tx, key).skip(most).toList().forEach(old -> removeVersion(tx, key, old));
    }

    private void removeVersion(Tx tx, ModelKey key, KeptModel kept) {
        versions.remove(tx, versionKey(key, kept));
    }

    private static ScopedKey versionKey(ModelKey key, KeptModel kept) {
        return ScopedKey.of(
                key.scope(),
                key.profile(),
                key.behavior() + " " + arn(key) + " " + kept.version().version());
    }

    private Stream<KeptModel> kept(Tx tx, ModelKey key) {
        return versions.all(tx).stream()
                .filter(version -> key(version.key()).equals(key(key)))
                .map(Version::kept)
                .sorted(Comparator.comparingLong(
                                (KeptModel kept) -> kept.version().version())
                        .reversed());
    }

    @Override
    public @Nullable KeptModel newest(Tx tx, ModelKey key) {
        return kept(tx, key).findFirst().orElse(null);
    }

    @Override
    public List<TargetVersion> versions(Tx tx, AccountRegion scope, String profile, String behavior) {
        return versions.all(tx).stream()
                .filter(version -> version.key().scope().equals(scope)
                        && version.key().profile().equals(profile)
                        && version.key().behavior().equals(behavior))
                .sorted(Comparator.comparing(
                                (Version version) -> version.kept().version().trainedAt())
                        .thenComparingLong(version -> version.kept().version().version())
                        .reversed()
                        .thenComparing(version -> arn(version.key())))
                .map(version ->
                        new TargetVersion(version.key().target(), version.kept().version()))
                .toList();
    }

    @Override
    public void save(Tx tx, ModelKey key, TrainingProgress progress) {
        trainings.put(tx, key(key), progress);
    }

    @Override
    public @Nullable TrainingProgress progress(Tx tx, ModelKey key) {
        return trainings.get(tx, key(key));
    }

    @Override
    public void forgetProgress(Tx tx, ModelKey key) {
        trainings.remove(tx, key(key));
    }
}
