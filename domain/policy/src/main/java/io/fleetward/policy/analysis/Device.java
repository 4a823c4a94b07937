// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.analysis;

import io.fleetward.policy.document.DeviceAction;
import io.fleetward.policy.variable.ContextKey;
import io.fleetward.policy.variable.ContextKeys;
import io.fleetward.policy.variable.Template;
import java.util.List;
import java.util.stream.Stream;

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
        variables(statements).filter(KnownKeys::isKnown).forEach(key -> draft.set(key, Draft.UNREMARKABLE));
        draft.set(CLIENT_ID, Draft.UNREMARKABLE);
        if (action != DeviceAction.CONNECT) {
            draft.set(THING_NAME, Draft.UNREMARKABLE);
        }
        return draft;
    }

    /**
     * The same twice when variables of the statements stand for something of its thing, which then decides what they
     * match: attached to a thing, and without one.
     */
    static Stream<Draft> askingWithAndWithoutThing(DeviceAction action, List<PlacedStatement> statements) {
        Draft device = asking(action, statements);
        boolean namesThing = variables(statements).anyMatch(key -> KnownKeys.isOfThing(key.name()));
        return namesThing ? Stream.of(true, false).map(device::placed).flatMap(Stream::ofNullable) : Stream.of(device);
    }

    /** The same asking to connect under that client id. */
    static Draft connecting(Draft draft, String clientId) {
        Draft connecting = draft.copy();
        connecting.bind(CLIENT_ID, clientId);
        return connecting;
    }

    private static Stream<ContextKey> variables(List<PlacedStatement> statements) {
        return statements.stream()
                .flatMap(source -> source.statement().resources().patterns().stream())
                .flatMap(pattern -> pattern.template().variables().stream())
                .map(Template.Variable::key);
    }
}
