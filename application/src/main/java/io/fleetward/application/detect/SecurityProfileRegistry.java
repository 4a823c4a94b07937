// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

import static io.fleetward.application.registry.RegistryRefusals.alreadyExists;
import static io.fleetward.application.registry.RegistryRefusals.notFound;
import static io.fleetward.application.registry.RegistryRefusals.requireVersion;

import io.fleetward.application.registry.tag.ResourceTags;
import io.fleetward.application.registry.tag.TaggableResources;
import io.fleetward.application.store.Transactions;
import io.fleetward.application.store.Tx;
import io.fleetward.detect.behavior.BehaviorDraft;
import io.fleetward.detect.behavior.BehaviorRules;
import io.fleetward.detect.behavior.CheckedBehaviors;
import io.fleetward.detect.profile.ProfileContent;
import io.fleetward.detect.profile.SecurityProfile;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Creates, changes, shows and deletes security profiles (detect, create, update, delete).
 *
 * <p>Thread-safe. When a call that changes something returns, devices are watched accordingly.
 */
public final class SecurityProfileRegistry implements TaggableResources {
    private final Transactions transactions;
    private final DetectStores stores;
    private final BehaviorRules behaviors;
    private final ProfileSearch search;
    private final ResourceTags tags;
    private final WatchedScopes watched;
    private final InstantSource clock;

    public SecurityProfileRegistry(
            Transactions transactions,
            DetectStores stores,
            BehaviorRules behaviors,
            ResourceTags tags,
            WatchedScopes watched,
            InstantSource clock) {
        this.transactions = transactions;
        this.stores = stores;
        this.behaviors = behaviors;
        this.search = new ProfileSearch(stores.profiles());
        this.tags = tags;
        this.watched = watched;
        this.clock = clock;
    }

    /** Creates the profile, attached to nothing. */
    public SecurityProfile create(AccountRegion scope, String name, ProfileDraft draft, Map<String, String> added) {
        return transactions.write(tx -> {
            ProfileContent content = rules(tx, scope).content(draft);
            if (stores.profiles().find(tx, scope, name) != null) {
                throw alreadyExists(
                        "Security profile " + name + " already exists", name, SecurityProfile.arn(scope, name));
            }
            var now = clock.instant();
            var profile = new SecurityProfile(scope, name, content, 1, now, now);
            stores.profiles().put(tx, profile);
            tags.assign(tx, scope, profile.arn(), added);
            return profile;
        });
    }

    /** Changes the profile, which must exist; answers it as it is now. */
    public SecurityProfile update(AccountRegion scope, ProfileUpdate update) {
        SecurityProfile updated = transactions.write(tx -> {
            SecurityProfile profile = require(tx, scope, update.name());
            requireVersion("security profile", update.name(), update.expectedVersion(), profile.version());
            ProfileContent content = rules(tx, scope).content(profile.content(), update);
            SecurityProfile next = profile.updated(content, clock.instant());
            stores.profiles().put(tx, next);
            return next;
        });
        watched.refresh(scope);
        return updated;
    }

    /** Deletes the profile with its attachments; an unknown one counts as deleted. */
    public void delete(AccountRegion scope, String name, @Nullable Long expectedVersion) {
        transactions.change(tx -> {
            SecurityProfile profile = stores.profiles().find(tx, scope, name);
            if (profile == null) {
                return;
            }
            requireVersion("security profile", name, expectedVersion, profile.version());
            stores.targets().detachAll(tx, scope, name);
            tags.forget(tx, scope, profile.arn());
            stores.profiles().remove(tx, scope, name);
        });
        watched.refresh(scope);
    }

    /** Whether these behaviors may stand in one profile, and everything that is wrong with them. */
    public CheckedBehaviors check(AccountRegion scope, List<BehaviorDraft> drafts) {
        return transactions.read(tx -> behaviors.check(drafts, stores.catalog().names(tx, scope)));
    }

    /** The profile, which must exist. */
    public SecurityProfile describe(AccountRegion scope, String name) {
        return transactions.read(tx -> require(tx, scope, name));
    }

    /** The profiles by name; the sort key is the name. */
    public Page<SecurityProfile> list(AccountRegion scope, PageRequest page) {
        return transactions.read(tx -> stores.profiles().list(tx, scope, page));
    }

    /** The profiles that have the metric in a behavior or keep its values; the metric must exist. */
    public Page<SecurityProfile> listUsingMetric(AccountRegion scope, String metric, PageRequest page) {
        return transactions.read(tx -> {
            if (stores.catalog().names(tx, scope).metric(metric) == null) {
                throw notFound("Metric", metric);
            }
            return search.find(tx, scope, profile -> profile.usesMetric(metric), page);
        });
    }

    /** The profiles that measure something inside or outside the dimension; the dimension must exist. */
    public Page<SecurityProfile> listUsingDimension(AccountRegion scope, String dimension, PageRequest page) {
        return transactions.read(tx -> {
            if (stores.catalog().dimension(tx, scope, dimension) == null) {
                throw notFound("Dimension", dimension);
            }
            return search.find(tx, scope, profile -> profile.usesDimension(dimension), page);
        });
    }

    @Override
    public String arnType() {
        return SecurityProfile.ARN_TYPE;
    }

    @Override
    public boolean exists(Tx tx, AccountRegion scope, String name) {
        return stores.profiles().find(tx, scope, name) != null;
    }

    private SecurityProfile require(Tx tx, AccountRegion scope, String name) {
        SecurityProfile profile = stores.profiles().find(tx, scope, name);
        if (profile == null) {
            throw notFound("Security profile", name);
        }
        return profile;
    }

    private ProfileRules rules(Tx tx, AccountRegion scope) {
        return new ProfileRules(behaviors, stores.catalog().names(tx, scope));
    }
}
