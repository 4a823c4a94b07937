// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import io.fleetward.edge.tls.DataEndpoints;
import io.fleetward.kernel.AccountId;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Region;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Recognises data endpoints by name: {@code ACCOUNT-ats.iot.REGION.HOST} for each host name of the server, which lets
 * a certificate that is registered in several accounts say where it belongs.
 *
 * <p>Immutable. Any other name, the plain host included, leaves it to the certificate's only registration.
 */
record HostDataEndpoints(List<String> hosts) implements DataEndpoints {
    private static final Pattern FORM = Pattern.compile("([0-9]{12})-ats\\.iot\\.([a-z0-9-]{1,32})\\.(.{1,200})");

    HostDataEndpoints {
        hosts = List.copyOf(hosts);
    }

    @Override
    public @Nullable AccountRegion scopeOf(String serverName) {
        Matcher name = FORM.matcher(serverName);
        if (!name.matches() || !Region.isValid(name.group(2)) || !isOurs(name.group(3))) {
            return null;
        }
        return new AccountRegion(new AccountId(name.group(1)), new Region(name.group(2)));
    }

    private boolean isOurs(String host) {
        return "localhost".equals(host) || hosts.stream().anyMatch(host::equalsIgnoreCase);
    }
}
