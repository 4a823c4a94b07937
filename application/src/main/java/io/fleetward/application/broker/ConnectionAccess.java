// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.broker;

import io.fleetward.broker.message.Message;
import io.fleetward.broker.session.ConnectRequest;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.policy.document.DeviceAction;
import org.jspecify.annotations.Nullable;

/** What one connection may do. Confined to the connection's loop once it is in use. */
sealed interface ConnectionAccess permits DeviceAccess, CallerAccess {
    AccountRegion scope();

    /** Who connects, in the words of events and facts: the certificate id or the user's name. */
    String principalId();

    /** The thing that the principal belongs to whatever its client id; null when there is none. */
    @Nullable
    String exclusiveThing();

    /** Whether certificate or access key are switched on. */
    boolean isActive();

    /** Whether answers may be remembered for as long as this access is in force. */
    boolean isLasting();

    /** Whether the action on the named client, topic or filter is allowed at this time. */
    boolean may(DeviceAction action, String name, long now);

    /** Whether the client may connect as it asks, its last will left aside. */
    boolean mayOpen(ConnectRequest request, long now);

    /** As {@link #may} for a delivery. */
    boolean mayReceive(String topic, long now);

    /** Whether the client may connect as it asks, including its last will. */
    default boolean mayConnect(ConnectRequest request, long now) {
        return mayOpen(request, now) && (request.will() == null || mayPublish(request.will(), now));
    }

    /** Whether the client may publish the message, and have it kept if it asks so. */
    default boolean mayPublish(Message message, long now) {
        String topic = message.topic().value();
        return may(DeviceAction.PUBLISH, topic, now)
                && (!message.isRetain() || may(DeviceAction.RETAIN_PUBLISH, topic, now));
    }
}
