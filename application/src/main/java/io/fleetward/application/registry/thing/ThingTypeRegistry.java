// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.thing;

import static io.fleetward.application.registry.RegistryRefusals.alreadyExists;
import static io.fleetward.application.registry.RegistryRefusals.invalid;
import static io.fleetward.application.registry.RegistryRefusals.notFound;

import io.fleetward.application.registry.RegistryChange;
import io.fleetward.application.registry.RegistryRuntime;
import io.fleetward.application.registry.tag.ResourceTags;
import io.fleetward.application.registry.tag.TaggableResources;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.registry.thing.RegistryNames;
import io.fleetward.registry.thing.ThingType;
import io.fleetward.registry.thing.ThingTypeName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Creates, deprecates, shows and deletes thing types (iot-core, thing types).
 *
 * <p>Thread-safe.
 */
public final class ThingTypeRegistry implements TaggableResources {
    /** How long a type must have been deprecated before it can be deleted, unless configured otherwise. */
    public static final Duration DELETION_DELAY = Duration.ofMinutes(5);

    private final RegistryRuntime runtime;
    private final ThingStores stores;
    private final ResourceTags tags;
    private final Duration deletionDelay;

    public ThingTypeRegistry(RegistryRuntime runtime, ThingStores stores, ResourceTags tags, Duration deletionDelay) {
        this.runtime = runtime;
        this.stores = stores;
        this.tags = tags;
        this.deletionDelay = deletionDelay;
    }

    /** Creates the type, or answers the existing one when it has exactly these properties. */
    public ThingType create(AccountRegion scope, CreateThingType wish) {
        requireWithinLimits(wish.properties());
        return runtime.transactions().write(tx -> {
            ThingType existing = stores.types().find(tx, scope, wish.name());
            if (existing != null) {
                return sameOrRefused(existing, wish);
            }
            var type = new ThingType(
                    scope,
                    wish.name(),
                    runtime.ids().uuid(),
                    wish.properties(),
                    runtime.clock().instant(),
                    null);
            stores.types().put(tx, type);
            tags.assign(tx, scope, type.arn(), wish.tags());
            announce(tx, type);
            return type;
        });
    }

    /** Accepts properties that are as they were; all of them are fixed at creation. */
    public void update(AccountRegion scope, ThingTypeName name, ThingType.Properties properties) {
        ThingType type = describe(scope, name);
        if (!type.properties().equals(properties)) {
            throw invalid(
                    "thingTypeDescription and searchableAttributes of thing type " + name + " are fixed at creation");
        }
    }

    /** Deprecates the type, or takes the deprecation back; a type keeps its first date of deprecation. */
    public void deprecate(AccountRegion scope, ThingTypeName name, boolean isUndo) {
        runtime.transactions().change(tx -> {
            ThingType type = require(tx, scope, name);
            if (type.isDeprecated() != isUndo) {
                return;
            }
            Instant at = isUndo ? null : runtime.clock().instant();
            stores.types().put(tx, type.deprecated(at));
            announce(tx, type);
        });
    }

    /** Deletes a type that has been deprecated long enough and that no thing uses. */
    public void delete(AccountRegion scope, ThingTypeName name) {
        runtime.transactions().change(tx -> {
            ThingType type = require(tx, scope, name);
            if (!type.isDeprecated()) {
                throw invalid("Cannot delete thing type : " + name + " which is not deprecated");
            }
            if (!type.isDeprecatedFor(deletionDelay, runtime.clock().instant())) {
                throw invalid("Cannot delete thing type : " + name + " within " + deletionDelay.toSeconds()
                        + " seconds of its deprecation");
            }
            if (stores.things().anyOfType(tx, scope, name)) {
                throw invalid("Cannot delete thing type : " + name + " when there are still resources attached to it");
            }
            stores.types().remove(tx, scope, name);
            tags.forget(tx, scope, type.arn());
            announce(tx, type);
        });
    }

    /** The type, which must exist. */
    public ThingType describe(AccountRegion scope, ThingTypeName name) {
        return runtime.transactions().read(tx -> require(tx, scope, name));
    }

    /** All types by name, or just the one asked for if it exists. */
    public Page<ThingType> list(AccountRegion scope, @Nullable ThingTypeName name, PageRequest page) {
        return runtime.transactions().read(tx -> {
            if (name == null) {
                return stores.types().list(tx, scope, page);
            }
            ThingType type = stores.types().find(tx, scope, name);
            return new Page<>(type == null ? List.of() : List.of(type), null);
        });
    }

    @Override
    public String arnType() {
        return ThingTypeName.ARN_TYPE;
    }

    @Override
    public boolean exists(Tx tx, AccountRegion scope, String name) {
        return RegistryNames.isValid(name) && stores.types().find(tx, scope, new ThingTypeName(name)) != null;
    }

    private ThingType require(Tx tx, AccountRegion scope, ThingTypeName name) {
        ThingType type = stores.types().find(tx, scope, name);
        if (type == null) {
            throw notFound("Thing type", name);
        }
        return type;
    }

    private void announce(Tx tx, ThingType type) {
        runtime.changes()
                .announce(
                        tx,
                        new RegistryChange(
                                type.scope(),
                                RegistryChange.Kind.THING_TYPE,
                                type.name().value()));
    }

    private static ThingType sameOrRefused(ThingType existing, CreateThingType wish) {
        if (!Objects.equals(existing.properties(), wish.properties())) {
            throw alreadyExists(
                    "Thing type " + wish.name() + " already exists in account with different properties",
                    existing.id(),
                    existing.arn());
        }
        return existing;
    }

    private static void requireWithinLimits(ThingType.Properties properties) {
        int limit = ThingType.Properties.SEARCHABLE_LIMIT;
        if (properties.searchableAttributes().size() > limit) {
            throw invalid("thingTypeProperties.searchableAttributes may have at most " + limit + " items");
        }
    }
}
