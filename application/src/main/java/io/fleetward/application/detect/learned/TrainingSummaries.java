// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect.learned;

import static io.fleetward.application.registry.RegistryRefusals.notFound;

import io.fleetward.application.detect.SecurityProfiles;
import io.fleetward.application.store.Transactions;
import io.fleetward.application.store.Tx;
import io.fleetward.detect.behavior.Behavior;
import io.fleetward.detect.behavior.LearnedCriteria;
import io.fleetward.detect.coverage.ModelKey;
import io.fleetward.detect.profile.SecurityProfile;
import io.fleetward.detect.training.BehaviorModel;
import io.fleetward.detect.training.ModelStatus;
import io.fleetward.detect.training.ModelVersion;
import io.fleetward.detect.training.TrainingRules;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows how the models of learned behaviors stand (detect, GetBehaviorModelTrainingSummaries). Thread-safe. */
public final class TrainingSummaries {
    private static final int SCAN = 250;

    private final Transactions state;
    private final SecurityProfiles profiles;
    private final Kept kept;
    private final TrainingRules rules;

    /** Where models are kept. */
    public record Kept(Transactions transactions, BehaviorModels models) {}

    /**
     * How the model of one behavior stands.
     *
     * @param collectingSince when the first datapoint was measured; null before
     * @param percentage how much of what makes it ripe was there at the last attempt, 0 to 100
     * @param refreshedAt when it was last learned; null before
     */
    public record Summary(
            String profile,
            String behavior,
            ModelStatus status,
            @Nullable Instant collectingSince,
            double percentage,
            @Nullable Instant refreshedAt) {}

    public TrainingSummaries(Transactions state, SecurityProfiles profiles, Kept kept, TrainingRules rules) {
        this.state = state;
        this.profiles = profiles;
        this.kept = kept;
        this.rules = rules;
    }

    /** Those of all learned behaviors, or of one security profile, which must exist; by profile and behavior. */
    public Page<Summary> list(AccountRegion scope, @Nullable String profile, PageRequest page) {
        List<ModelKey> keys = state.read(tx -> keys(tx, scope, profile));
        Map<ModelKey, BehaviorModel> models = kept
                .transactions()
                .read(tx -> kept.models().list(tx, scope))
                .stream()
                .collect(Collectors.toMap(BehaviorModel::key, Function.identity()));
        String after = page.after() == null ? "" : page.after();
        List<Summary> rest = keys.stream()
                .sorted(Comparator.comparing(TrainingSummaries::sortKey))
                .filter(key -> sortKey(key).compareTo(after) > 0)
                .limit(page.limit() + 1L)
                .map(key -> summary(key, models.get(key)))
                .toList();
        return Page.cut(rest, page.limit(), summary -> sortKey(summary.profile(), summary.behavior()));
    }

    /** What the versions that are kept of the behavior's model were learned from, the newest first; both must exist. */
    public List<ModelVersion> versions(AccountRegion scope, String profile, String behavior) {
        boolean isLearned = state.read(tx -> keys(tx, scope, profile)).stream()
                .anyMatch(key -> key.behavior().equals(behavior));
        if (!isLearned) {
            throw notFound("Learned behavior", behavior);
        }
        return kept.transactions().read(tx -> kept.models().versions(tx, scope, profile, behavior));
    }

    private List<ModelKey> keys(Tx tx, AccountRegion scope, @Nullable String name) {
        var keys = new ArrayList<ModelKey>();
        if (name != null) {
            SecurityProfile profile = profiles.find(tx, scope, name);
            if (profile == null) {
                throw notFound("Security profile", name);
            }
            addKeys(profile, keys);
            return keys;
        }
        String after = null;
        do {
            Page<SecurityProfile> page = profiles.list(tx, scope, new PageRequest(SCAN, after));
            page.items().forEach(profile -> addKeys(profile, keys));
            after = page.next();
        } while (after != null);
        return keys;
    }

    private static void addKeys(SecurityProfile profile, List<ModelKey> keys) {
        for (Behavior behavior : profile.behaviors()) {
            if (behavior.criteria() instanceof LearnedCriteria) {
                keys.add(new ModelKey(profile.scope(), profile.name(), behavior.name(), behavior.measurand()));
            }
        }
    }

    private Summary summary(ModelKey key, @Nullable BehaviorModel model) {
        return model == null
                ? new Summary(key.profile(), key.behavior(), ModelStatus.PENDING_BUILD, null, 0, null)
                : new Summary(
                        key.profile(),
                        key.behavior(),
                        model.status(),
                        model.collectingSince(),
                        model.collectedPercentage(rules),
                        model.refreshedAt());
    }

    private static String sortKey(ModelKey key) {
        return sortKey(key.profile(), key.behavior());
    }

    private static String sortKey(String profile, String behavior) {
        return profile + " " + behavior;
    }
}
