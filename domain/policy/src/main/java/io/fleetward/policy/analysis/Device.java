// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.analysis;

import io.fleetward.policy.document.DeviceAction;
import io.fleetward.policy.variable.ContextKey;
import io.fleetward.policy.variable.ContextKeys;
import java.util.List;

/** The device on whose behalf policies are asked about strangers: unremarkable, and fully known. */
final class Device {
    private static final ContextKey CLIENT_ID = ContextKey.parse(ContextKeys.CLIENT_ID);
    private static final ContextKey THING_NAME = ContextKey.parse(ContextKeys.CONNECTION_THING_NAME);

    private Device() {}

    /**
     * Its context keys: every variable that the statements use, and, once it is connected, client id and thing.
     *
     * @param action what it asks to do
     */
    static Draft asking(DeviceAction action, List<PlacedStatement> statements) {
        var draft = new Draft();
        statements.stream()
                .flatMap(source -> source.statement().resources().patterns().stream())
                .flatMap(pattern -> pattern.template().variables().stream())
                .filter(variable -> KnownKeys.isKnown(variable.key()))
                .forEach(variable -> draft.set(variable.key(), Draft.UNREMARKABLE));
        draft.set(CLIENT_ID, Draft.UNREMARKABLE);
        if (action != DeviceAction.CONNECT) {
            draft.set(THING_NAME, Draft.UNREMARKABLE);
        }
        return draft;
    }

    /** The same asking to connect under that client id. */
    static Draft connecting(Draft draft, String clientId) {
        Draft connecting = draft.copy();
        connecting.bind(CLIENT_ID, clientId);
        return connecting;
    }
}
