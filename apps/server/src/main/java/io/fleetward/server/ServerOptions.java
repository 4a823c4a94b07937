// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import io.fleetward.application.identity.AccessKey;
import io.fleetward.aws.api.sign.RequestSigner;
import io.fleetward.server.client.ServiceCalls;
import io.fleetward.store.StoreLocation;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which running server a command calls. */
final class ServerOptions {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "data folder of the running server (default: ${DEFAULT-VALUE})",
            defaultValue = "${env:FLEETWARD_DATA:-./data}")
    private Path data = Path.of("data");

    @Option(
            names = "--database",
            paramLabel = "URL",
            description = "the database the server was started with, when it is not the files in the data folder",
            defaultValue = "${env:FLEETWARD_DATABASE}")
    private @Nullable String database;

    /** Its data folder. */
    Path folder() {
        return data.toAbsolutePath().normalize();
    }

    /** Where its databases are. */
    StoreLocation location() {
        return DatabaseUrl.locate(folder(), database);
    }

    /** One of its services, called with the oldest active key of the installation. */
    ServiceCalls calls(String service) throws IOException {
        RunFile run = DataFolder.served(folder());
        AccessKey key = ClientEnvironment.oldestKey(folder(), location());
        return new ServiceCalls(
                URI.create("http://127.0.0.1:" + run.httpPort()),
                new RequestSigner(key.id(), key.secret(), run.region()),
                service);
    }
}
