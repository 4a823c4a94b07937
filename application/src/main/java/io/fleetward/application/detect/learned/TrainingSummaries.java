// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect.learned;

import static io.fleetward.application.registry.RegistryRefusals.notFound;

import io.fleetward.application.detect.DetectStores;
import io.fleetward.application.detect.ProfileTargets.Attachment;
import io.fleetward.application.detect.learned.BehaviorModels.TargetVersion;
import io.fleetward.application.store.Transactions;
import io.fleetward.application.store.Tx;
import io.fleetward.detect.behavior.LearnedCriteria;
import io.fleetward.detect.coverage.LearnedSubject;
import io.fleetward.detect.profile.ProfileTarget;
import io.fleetward.detect.profile.SecurityProfile;
import io.fleetward.detect.training.BehaviorModel;
import io.fleetward.detect.training.ModelStatus;
import io.fleetward.detect.training.TrainingRules;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Shows how the models of learned behaviors stand (detect, GetBehaviorModelTrainingSummaries). Thread-safe.
 *
 * <p>Users see one summary per behavior: of the models on several targets, that of the one that has come least far.
 */
public final class TrainingSummaries {
    private static final int SCAN = 250;
    private static final List<ModelStatus> FROM_THE_LEAST =
            List.of(ModelStatus.EXPIRED, ModelStatus.PENDING_BUILD, ModelStatus.ACTIVE);
    private static final Comparator<Summary> LEAST_FAR = Comparator.<Summary>comparingInt(
                    summary -> FROM_THE_LEAST.indexOf(summary.status()))
            .thenComparingDouble(Summary::percentage);

    private final Transactions state;
    private final DetectStores stores;
    private final Kept kept;
    private final TrainingRules rules;

    /** Where models are kept. */
    public record Kept(Transactions transactions, BehaviorModels models) {}

    /**
     * How the models of one behavior stand.
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

    public TrainingSummaries(Transactions state, DetectStores stores, Kept kept, TrainingRules rules) {
        this.state = state;
        this.stores = stores;
        this.kept = kept;
        this.rules = rules;
    }

    /** What is learned for a security profile. */
    static List<LearnedSubject> subjects(SecurityProfile profile) {
        return profile.behaviors().stream()
                .filter(behavior -> behavior.criteria() instanceof LearnedCriteria)
                .map(behavior ->
                        new LearnedSubject(profile.scope(), profile.name(), behavior.name(), behavior.measurand()))
                .toList();
    }

    /** Those of all learned behaviors, or of one security profile, which must exist; by profile and behavior. */
    public Page<Summary> list(AccountRegion scope, @Nullable String profile, PageRequest page) {
        List<LearnedSubject> subjects = state.read(tx -> subjects(tx, scope, profile));
        Map<String, Set<ProfileTarget>> targets = state.read(tx -> targets(tx, scope));
        Map<LearnedSubject, List<BehaviorModel>> models =
                kept.transactions().read(tx -> kept.models().list(tx, scope)).stream()
                        .collect(Collectors.groupingBy(model -> model.key().subject()));
        String after = page.after() == null ? "" : page.after();
        List<Summary> rest = subjects.stream()
                .sorted(Comparator.comparing(TrainingSummaries::sortKey))
                .filter(subject -> sortKey(subject).compareTo(after) > 0)
                .limit(page.limit() + 1L)
                .map(subject -> summary(
                        subject,
                        models.getOrDefault(subject, List.of()),
                        targets.getOrDefault(subject.profile(), Set.of())))
                .toList();
        return Page.cut(rest, page.limit(), summary -> sortKey(summary.profile(), summary.behavior()));
    }

    /** What the versions that are kept of the behavior's models were learned from, the newest first; both must exist. */
    public List<TargetVersion> versions(AccountRegion scope, String profile, String behavior) {
        boolean isLearned = state.read(tx -> subjects(tx, scope, profile)).stream()
                .anyMatch(subject -> subject.behavior().equals(behavior));
        if (!isLearned) {
            throw notFound("Learned behavior", behavior);
        }
        return kept.transactions().read(tx -> kept.models().versions(tx, scope, profile, behavior));
    }

    private List<LearnedSubject> subjects(Tx tx, AccountRegion scope, @Nullable String name) {
        if (name != null) {
            SecurityProfile profile = stores.profiles().find(tx, scope, name);
            if (profile == null) {
                throw notFound("Security profile", name);
            }
            return subjects(profile);
        }
        var subjects = new ArrayList<LearnedSubject>();
        String after = null;
        do {
            Page<SecurityProfile> page = stores.profiles().list(tx, scope, new PageRequest(SCAN, after));
            page.items().forEach(profile -> subjects.addAll(subjects(profile)));
            after = page.next();
        } while (after != null);
        return subjects;
    }

    private Map<String, Set<ProfileTarget>> targets(Tx tx, AccountRegion scope) {
        var targets = new HashMap<String, Set<ProfileTarget>>();
        for (Attachment attachment : stores.targets().all(tx, scope)) {
            targets.computeIfAbsent(attachment.profile(), _ -> new HashSet<>()).add(attachment.target());
        }
        return targets;
    }

    /** Models on targets that are no longer there count only where nothing is attached. */
    private Summary summary(LearnedSubject subject, List<BehaviorModel> models, Set<ProfileTarget> targets) {
        List<BehaviorModel> concerned = models.stream()
                .filter(model ->
                        targets.isEmpty() || targets.contains(model.key().target()))
                .toList();
        if (concerned.isEmpty() || concerned.size() < targets.size()) {
            return new Summary(subject.profile(), subject.behavior(), ModelStatus.PENDING_BUILD, null, 0, null);
        }
        return concerned.stream().map(this::summary).min(LEAST_FAR).orElseThrow();
    }

    private Summary summary(BehaviorModel model) {
        return new Summary(
                model.key().profile(),
                model.key().behavior(),
                model.status(),
                model.collectingSince(),
                model.collectedPercentage(rules),
                model.refreshedAt());
    }

    private static String sortKey(LearnedSubject subject) {
        return sortKey(subject.profile(), subject.behavior());
    }

    private static String sortKey(String profile, String behavior) {
        return profile + " " + behavior;
    }
}
