// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

import static io.fleetward.application.registry.RegistryRefusals.alreadyExists;
import static io.fleetward.application.registry.RegistryRefusals.invalid;
import static io.fleetward.application.registry.RegistryRefusals.notFound;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IotError;
import io.fleetward.application.registry.tag.ResourceTags;
import io.fleetward.application.registry.tag.TaggableResources;
import io.fleetward.application.store.Transactions;
import io.fleetward.application.store.Tx;
import io.fleetward.detect.dimension.Dimension;
import io.fleetward.detect.dimension.DimensionResource;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * Use cases on dimensions: create, change, show and delete them (detect, dimensions).
 *
 * <p>Thread-safe. When a call that changes something returns, devices are watched accordingly.
 */
public final class DimensionRegistry implements TaggableResources {
    /** Dimensions of one account in one region (detect, limits). */
    static final int LIMIT = 10;

    private static final String KIND = "Dimension";

    private final Transactions transactions;
    private final Dimensions dimensions;
    private final ProfileSearch profiles;
    private final ResourceTags tags;
    private final WatchedScopes watched;
    private final InstantSource clock;

    public DimensionRegistry(
            Transactions transactions,
            DetectStores stores,
            ResourceTags tags,
            WatchedScopes watched,
            InstantSource clock) {
        this.transactions = transactions;
        this.dimensions = stores.dimensions();
        this.profiles = new ProfileSearch(stores.profiles());
        this.tags = tags;
        this.watched = watched;
        this.clock = clock;
    }

    /** Creates the dimension with these tags; the same request again, with the same token, changes nothing. */
    public DimensionResource create(AccountRegion scope, Dimension wish, String token, Map<String, String> added) {
        requireFilters(wish.filters());
        return transactions.write(tx -> {
            DimensionResource repeated = dimensions.findByToken(tx, scope, token);
            if (repeated != null) {
                return requireSame(repeated, wish);
            }
            if (dimensions.find(tx, scope, wish.name()) != null) {
                throw alreadyExists(
                        KIND + " " + wish.name() + " already exists",
                        wish.name(),
                        DimensionResource.arn(scope, wish.name()));
            }
            if (dimensions.count(tx, scope) >= LIMIT) {
                throw new ApiException(IotError.LIMIT_EXCEEDED, "An account may have at most " + LIMIT + " dimensions");
            }
            Instant now = clock.instant();
            var dimension = new DimensionResource(scope, wish, now, now);
            dimensions.add(tx, dimension, token);
            tags.assign(tx, scope, dimension.arn(), added);
            return dimension;
        });
    }

    /** Replaces the filters; answers the dimension as it is now. */
    public DimensionResource update(AccountRegion scope, String name, List<String> filters) {
        requireFilters(filters);
        DimensionResource updated = transactions.write(tx -> {
            DimensionResource next = require(tx, scope, name).updated(filters, clock.instant());
            dimensions.replace(tx, next);
            return next;
        });
        watched.refresh(scope);
        return updated;
    }

    /** Deletes the dimension, which no security profile may use; an unknown one counts as deleted. */
    public void delete(AccountRegion scope, String name) {
        transactions.change(tx -> {
            List<String> users = profiles.names(tx, scope, profile -> profile.usesDimension(name));
            if (!users.isEmpty()) {
                throw invalid(KIND + " " + name + " is used by security profiles: " + String.join(", ", users));
            }
            if (dimensions.remove(tx, scope, name)) {
                tags.forget(tx, scope, DimensionResource.arn(scope, name));
            }
        });
    }

    /** The dimension, which must exist. */
    public DimensionResource describe(AccountRegion scope, String name) {
        return transactions.read(tx -> require(tx, scope, name));
    }

    /** The dimensions by name; the sort key is the name. */
    public Page<DimensionResource> list(AccountRegion scope, PageRequest page) {
        return transactions.read(tx -> dimensions.list(tx, scope, page));
    }

    @Override
    public String arnType() {
        return DimensionResource.ARN_TYPE;
    }

    @Override
    public boolean exists(Tx tx, AccountRegion scope, String name) {
        return dimensions.find(tx, scope, name) != null;
    }

    private static void requireFilters(List<String> filters) {
        for (String filter : filters) {
            if (!Dimension.isFilter(filter)) {
                throw invalid("stringValues: not an MQTT topic filter of up to 256 characters: " + filter);
            }
        }
    }

    private static DimensionResource requireSame(DimensionResource repeated, Dimension wish) {
        if (repeated.dimension().equals(wish)) {
            return repeated;
        }
        throw alreadyExists(
                "clientRequestToken was used for another request, which created the dimension " + repeated.name(),
                repeated.name(),
                repeated.arn());
    }

    private DimensionResource require(Tx tx, AccountRegion scope, String name) {
        DimensionResource dimension = dimensions.find(tx, scope, name);
        if (dimension == null) {
            throw notFound(KIND, name);
        }
        return dimension;
    }
}
