// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.thing;

import static io.fleetward.application.registry.RegistryRefusals.alreadyExists;
import static io.fleetward.application.registry.RegistryRefusals.invalid;
import static io.fleetward.application.registry.RegistryRefusals.notFound;
import static io.fleetward.application.registry.RegistryRefusals.requireVersion;

import io.fleetward.application.registry.RegistryChange;
import io.fleetward.application.registry.RegistryRuntime;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.registry.thing.Attributes;
import io.fleetward.registry.thing.Thing;
import io.fleetward.registry.thing.ThingName;
import io.fleetward.registry.thing.ThingType;
import io.fleetward.registry.thing.ThingTypeName;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Creates, changes, shows and deletes things (iot-core, things).
 *
 * <p>Thread-safe.
 */
public final class ThingRegistry {
    private static final PageRequest ANY = PageRequest.first(1);

    private final RegistryRuntime runtime;
    private final ThingStores stores;

    public ThingRegistry(RegistryRuntime runtime, ThingStores stores) {
        this.runtime = runtime;
        this.stores = stores;
    }

    /** Creates the thing, or answers the existing one when it is configured exactly so. */
    public Thing create(AccountRegion scope, CreateThing wish) {
        return runtime.transactions().write(tx -> {
            Thing existing = stores.things().find(tx, scope, wish.name());
            if (existing != null) {
                return sameOrRefused(existing, wish);
            }
            if (isDeprecated(tx, scope, wish.type())) {
                // The misspelling is the service's own; clients match on it.
                throw invalid("Can not create new thing with depreated thing type:" + wish.type());
            }
            requireAttributesFit(wish.type(), wish.attributes());
            var thing = new Thing(
                    scope,
                    wish.name(),
                    runtime.ids().uuid(),
                    wish.type(),
                    wish.attributes(),
                    1,
                    runtime.clock().instant());
            stores.things().put(tx, thing);
            announce(tx, thing, RegistryChange.Kind.THING);
            return thing;
        });
    }

    /** Changes type and attributes; every success makes the next version. */
    public void update(AccountRegion scope, UpdateThing wish) {
        if (wish.removesType() && wish.type() != null) {
            throw invalid("thingTypeName and removeThingType exclude each other: " + wish.name());
        }
        runtime.transactions().change(tx -> {
            Thing thing = require(tx, scope, wish.name());
            requireVersion("thing", wish.name(), wish.expectedVersion(), thing.version());
            if (isDeprecated(tx, scope, wish.type())) {
                throw invalid("Can not update thing " + wish.name() + " to the deprecated thing type " + wish.type());
            }
            ThingTypeName type = typeAfter(thing, wish);
            Attributes attributes = wish.attributes().applyTo(thing.attributes());
            requireAttributesFit(type, attributes);
            stores.things().put(tx, thing.updated(type, attributes));
            announce(tx, thing, RegistryChange.Kind.THING);
        });
    }

    /** Deletes the thing and its group memberships; an unknown thing counts as deleted. */
    public void delete(AccountRegion scope, ThingName name, @Nullable Long expectedVersion) {
        runtime.transactions().change(tx -> {
            Thing thing = stores.things().find(tx, scope, name);
            if (thing == null) {
                return;
            }
            requireVersion("thing", name, expectedVersion, thing.version());
            if (!stores.principals().ofThing(tx, scope, name, ANY).items().isEmpty()) {
                throw invalid("Cannot delete. Thing " + name + " is still attached to one or more principals");
            }
            stores.members().removeThing(tx, scope, name);
            stores.things().remove(tx, scope, name);
            announce(tx, thing, RegistryChange.Kind.THING);
            announce(tx, thing, RegistryChange.Kind.THING_GROUP_MEMBERSHIP);
        });
    }

    /** The thing, which must exist. */
    public Thing describe(AccountRegion scope, ThingName name) {
        return runtime.transactions().read(tx -> require(tx, scope, name));
    }

    /** The things that fit the filter, by name. */
    public Page<Thing> list(AccountRegion scope, ThingFilter filter, PageRequest page) {
        return runtime.transactions().read(tx -> stores.things().list(tx, scope, filter, page));
    }

    private Thing require(Tx tx, AccountRegion scope, ThingName name) {
        Thing thing = stores.things().find(tx, scope, name);
        if (thing == null) {
            throw notFound("Thing", name);
        }
        return thing;
    }

    private boolean isDeprecated(Tx tx, AccountRegion scope, @Nullable ThingTypeName name) {
        if (name == null) {
            return false;
        }
        ThingType type = stores.types().find(tx, scope, name);
        if (type == null) {
            throw notFound("Thing type", name);
        }
        return type.isDeprecated();
    }

    private void announce(Tx tx, Thing thing, RegistryChange.Kind kind) {
        runtime.changes()
                .announce(
                        tx, new RegistryChange(thing.scope(), kind, thing.name().value()));
    }

    private static Thing sameOrRefused(Thing existing, CreateThing wish) {
        boolean isSame = Objects.equals(existing.type(), wish.type())
                && existing.attributes().equals(wish.attributes());
        if (!isSame) {
            throw alreadyExists(
                    "Thing " + wish.name() + " already exists in account with different properties",
                    existing.id(),
                    existing.arn());
        }
        return existing;
    }

    private static @Nullable ThingTypeName typeAfter(Thing thing, UpdateThing wish) {
        if (wish.removesType()) {
            return null;
        }
        return wish.type() == null ? thing.type() : wish.type();
    }

    private static void requireAttributesFit(@Nullable ThingTypeName type, Attributes attributes) {
        int limit = Thing.attributeLimit(type);
        if (attributes.size() > limit) {
            throw invalid("attributePayload.attributes: a thing " + (type == null ? "without" : "with")
                    + " a thing type may have at most " + limit + " attributes, not " + attributes.size());
        }
    }
}
