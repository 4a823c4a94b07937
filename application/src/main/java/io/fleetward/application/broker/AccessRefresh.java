// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.broker;

import io.fleetward.application.registry.RegistryChange;
import io.fleetward.application.registry.RegistryListener;
import io.fleetward.broker.session.ClientKey;
import io.fleetward.kernel.Arn;
import io.fleetward.registry.DevicePrincipal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps live connections under the policies in force: after a change in the registry the connections it may concern
 * are resolved again in the background, well within a second.
 *
 * <p>Thread-safe. Changes that come in quick succession are handled together; one round is under way at a time.
 */
final class AccessRefresh implements RegistryListener {
    /** How many connections are resolved in one transaction. */
    private static final int BATCH = 256;

    private final BrokerCore core;
    private final Set<RegistryChange> pending = new LinkedHashSet<>();
    private boolean isRunning;

    /** A device's connection that is to be resolved again. */
    private record Affected(ClientConnection connection, Peer.Device device) {}

    AccessRefresh(BrokerCore core) {
        this.core = core;
    }

    @Override
    public void onChange(RegistryChange change) {
        if (!concernsDevices(change.kind())) {
            return;
        }
        synchronized (this) {
            pending.add(change);
            if (isRunning) {
                return;
            }
            isRunning = true;
        }
        core.ports().timers().at(core.ports().clock().instant(), this::round);
    }

    private void round() {
        List<RegistryChange> changes;
        synchronized (this) {
            changes = List.copyOf(pending);
            pending.clear();
            isRunning = !changes.isEmpty();
        }
        if (!changes.isEmpty()) {
            refresh(affected(changes), 0);
        }
    }

    private void refresh(List<Affected> connections, int from) {
        if (from >= connections.size()) {
            round();
            return;
        }
        int to = Math.min(connections.size(), from + BATCH);
        List<Affected> batch = connections.subList(from, to);
        core.ports()
                .registry()
                .readAsync(tx -> {
                    var principals = new ArrayList<@Nullable DevicePrincipal>(batch.size());
                    for (Affected affected : batch) {
                        ClientKey client = affected.connection.client();
                        principals.add(core.ports()
                                .principals()
                                .resolve(tx, client.scope(), affected.device.certificateId(), client.clientId()));
                    }
                    return principals;
                })
                .whenComplete((principals, failure) -> {
                    if (principals == null) {
                        core.storeFailed("principal-refresh-failed", failure);
                        core.ports()
                                .timers()
                                .at(core.ports().clock().instant().plusMillis(100), () -> refresh(connections, from));
                        return;
                    }
                    apply(batch, principals);
                    refresh(connections, to);
                });
    }

    private static void apply(List<Affected> batch, List<? extends @Nullable DevicePrincipal> principals) {
        for (int i = 0; i < batch.size(); i++) {
            ClientConnection connection = batch.get(i).connection;
            DevicePrincipal principal = principals.get(i);
            DeviceAccess access = principal == null
                    ? null
                    : DeviceAccess.ofConnection(
                            principal, batch.get(i).device, connection.client().clientId());
            connection.loop().execute(() -> connection.refresh(access));
        }
    }

    private List<Affected> affected(List<RegistryChange> changes) {
        var affected = new ArrayList<Affected>();
        for (ClientSession session : core.directory().all()) {
            ClientConnection connection = session.connection();
            if (connection != null
                    && connection.peer() instanceof Peer.Device device
                    && connection.access() instanceof DeviceAccess access
                    && changes.stream().anyMatch(change -> mayConcern(change, access.principal()))) {
                affected.add(new Affected(connection, device));
            }
        }
        return affected;
    }

    private static boolean concernsDevices(RegistryChange.Kind kind) {
        return switch (kind) {
            case POLICY, POLICY_ATTACHMENT, CERTIFICATE, THING, THING_PRINCIPAL, THING_GROUP, THING_GROUP_MEMBERSHIP ->
                true;
            case CA_CERTIFICATE, THING_TYPE, ROLE_ALIAS, TAGS, LOGGING -> false;
        };
    }

    /** Whether the change may alter what the connection may do; rather once too often than once too rarely. */
    private static boolean mayConcern(RegistryChange change, DevicePrincipal principal) {
        if (!change.scope().equals(principal.scope())) {
            return false;
        }
        DevicePrincipal.AssociatedThing thing = principal.thing();
        return switch (change.kind()) {
            case POLICY ->
                principal.policies().stream().anyMatch(policy -> policy.name().equals(change.name()));
            case POLICY_ATTACHMENT -> isTarget(change.name(), principal);
            case CERTIFICATE -> principal.certificateId().equals(change.name());
            case THING, THING_GROUP_MEMBERSHIP -> thing != null && thing.name().equals(change.name());
            case THING_PRINCIPAL -> true;
            case THING_GROUP -> thing != null;
            case CA_CERTIFICATE, THING_TYPE, ROLE_ALIAS, TAGS, LOGGING -> false;
        };
    }

    private static boolean isTarget(String target, DevicePrincipal principal) {
        Arn arn = Arn.parse(target);
        String certificate = arn == null ? null : arn.nameOf("cert");
        return certificate == null ? principal.thing() != null : certificate.equals(principal.certificateId());
    }
}
