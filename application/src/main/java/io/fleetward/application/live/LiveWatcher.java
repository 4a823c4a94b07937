// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.live;

/** Is told of live events; must be quick and must not throw. Called by one thread at a time. */
public interface LiveWatcher {
    /**
     * Something changed.
     *
     * @param id names the event within its feed, for {@link LiveEvents#watch}
     */
    void onEvent(String id, LiveEvent event);

    /**
     * What happened since the event that was named is not known any more: everything may have changed.
     *
     * @param id from which on nothing is missed
     */
    void onReset(String id);
}
