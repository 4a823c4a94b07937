// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import io.fleetward.application.identity.AccessKey;
import io.fleetward.store.SqlDatabase;
import io.fleetward.store.StoreDatabase;
import io.fleetward.store.StoreLocation;
import io.fleetward.store.identity.JdbcAccessKeys;
import io.fleetward.store.secret.MasterKeys;
import io.fleetward.store.secret.SecretCipher;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** The variables that point plain clients at a running server, with the oldest active key of the installation. */
final class ClientEnvironment {
    private ClientEnvironment() {}

    static SequencedMap<String, String> of(Path data, RunFile run, StoreLocation location) {
        AccessKey key = oldestKey(data, location);
        var variables = new LinkedHashMap<String, String>();
        variables.put("AWS_ENDPOINT_URL", "http://127.0.0.1:" + run.httpPort());
        variables.put("AWS_ACCESS_KEY_ID", key.id());
        variables.put("AWS_SECRET_ACCESS_KEY", key.secret().value());
        variables.put("AWS_REGION", run.region());
        variables.put("AWS_DEFAULT_REGION", run.region());
        variables.put("FLEETWARD_MQTT_HOST", run.host());
        variables.put("FLEETWARD_MQTT_PORT", Integer.toString(run.mqttPort()));
        variables.put("FLEETWARD_CA_FILE", run.caFile());
        variables.put("FLEETWARD_CONSOLE_URL", run.consoleUrl());
        return variables;
    }

    /** The oldest active key of the installation, read beside the server that owns its database. */
    static AccessKey oldestKey(Path data, StoreLocation location) {
        try (SqlDatabase state = SqlDatabase.openForReading(location, StoreDatabase.FLEETWARD)) {
            SecretCipher cipher =
                    MasterKeys.openExisting(data.resolve(IdentityAssembly.MASTER_KEY), state, new SecureRandom());
            List<AccessKey> active = state.read(new JdbcAccessKeys(cipher)::active);
            if (active.isEmpty()) {
                throw new CommandFailed(ExitCode.CONFIGURATION, "no access key is active on " + data);
            }
            return active.getFirst();
        }
    }
}
