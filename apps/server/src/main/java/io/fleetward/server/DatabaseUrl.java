// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import io.fleetward.store.StoreLocation;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code postgresql://USER:PASSWORD@HOST:PORT/NAME}; its refusals never repeat the password. */
final class DatabaseUrl {
    private static final int DEFAULT_PORT = 5432;

    private DatabaseUrl() {}

    /** Where the store is: the database of the URL, or files in the folder when there is no URL. */
    static StoreLocation locate(Path folder, @Nullable String url) {
        if (url == null || url.isEmpty()) {
            return new StoreLocation.SqliteFolder(folder);
        }
        StoreLocation location = parse(url);
        if (location == null) {
            throw CommandFailed.configuration(List.of("--database: must be postgresql://USER:PASSWORD@HOST:PORT/NAME"));
        }
        return location;
    }

    private static @Nullable StoreLocation parse(String url) {
        URI uri;
        try {
            uri = URI.create(url);
        } catch (IllegalArgumentException malformed) {
            return null;
        }
        String user = uri.getRawUserInfo();
        boolean isComplete = "postgresql".equals(uri.getScheme())
                && user != null
                && uri.getHost() != null
                && uri.getPath().length() > 1;
        if (!isComplete) {
            return null;
        }
        String[] credentials = user.split(":", 2);
        int port = uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
        return new StoreLocation.Postgres(
                "jdbc:postgresql://" + uri.getHost() + ":" + port + uri.getPath(),
                decode(credentials[0]),
                credentials.length > 1 ? decode(credentials[1]) : "");
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
