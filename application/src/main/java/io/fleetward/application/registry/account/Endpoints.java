// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.account;

import io.fleetward.application.registry.RegistryRefusals;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells devices and tools where to connect (iot-core, client expectations).
 *
 * <p>Immutable. Deviation: one edge serves every kind of endpoint in every account and region, so all have the host that this
 * server was configured with, and its certificate is valid for that host.
 */
public final class Endpoints {
    private static final List<String> TYPES = List.of(
            "iot:Data", "iot:Data-ATS", "iot:Data-Beta", "iot:CredentialProvider", "iot:Jobs", "iot:DeviceAdvisor");

    private final String host;

    public Endpoints(String host) {
        this.host = host;
    }

    /** The host for this type of endpoint, no scheme and no port; null asks for {@code iot:Data}. */
    public String describe(@Nullable String type) {
        if (type != null && !TYPES.contains(type)) {
            throw RegistryRefusals.invalid("Endpoint type " + type + " not recognized");
        }
        return host;
    }
}
