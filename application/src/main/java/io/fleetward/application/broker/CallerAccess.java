// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.broker;

import io.fleetward.application.identity.Caller;
import io.fleetward.application.identity.Credential;
import io.fleetward.application.identity.Credentials;
import io.fleetward.application.identity.RolePermissions;
import io.fleetward.broker.session.ConnectRequest;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.policy.document.DeviceAction;
import org.jspecify.annotations.Nullable;

/**
 * What a caller of the API may do on its connection: what the role of its access key allows, whatever client id and
 * topic (iot-core, which policies apply). Asks anew each time, so a key that is switched off ends it at once.
 *
 * <p>Thread-safe.
 */
final class CallerAccess implements ConnectionAccess {
    private final Caller caller;
    private final Credentials credentials;

    CallerAccess(Caller caller, Credentials credentials) {
        this.caller = caller;
        this.credentials = credentials;
    }

    @Override
    public AccountRegion scope() {
        return caller.scope();
    }

    @Override
    public String principalId() {
        return caller.userId();
    }

    @Override
    public @Nullable String exclusiveThing() {
        return null;
    }

    @Override
    public boolean isActive() {
        return credentials.find(caller.accessKeyId()) != null;
    }

    @Override
    public boolean isLasting() {
        return false;
    }

    @Override
    public boolean may(DeviceAction action, String name, long now) {
        Credential credential = credentials.find(caller.accessKeyId());
        return credential != null && RolePermissions.allows(credential.roles(), action.wireName());
    }

    @Override
    public boolean mayOpen(ConnectRequest request, long now) {
        return may(DeviceAction.CONNECT, request.clientId(), now);
    }

    @Override
    public boolean mayReceive(String topic, long now) {
        return may(DeviceAction.RECEIVE, topic, now);
    }
}
