// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.live;

import io.fleetward.application.registry.RegistryChange;
import io.fleetward.application.registry.RegistryListener;
import java.time.InstantSource;
import java.util.Locale;

/** Tells of changed resources of the registry; the change is the kind of resource, such as {@code thing-group}. */
public final class LiveRegistry implements RegistryListener {
    private final LiveEvents live;
    private final InstantSource clock;

    public LiveRegistry(LiveEvents live, InstantSource clock) {
        this.live = live;
        this.clock = clock;
    }

    @Override
    public void onChange(RegistryChange change) {
        if (live.isWatched(change.scope())) {
            String kind = change.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
            live.publish(change.scope(), new LiveEvent(LiveKind.REGISTRY, change.name(), kind, clock.instant()));
        }
    }
}
