// SPDX-License-Identifier: Apache-2.0
package io.fleetward.agent;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Properties;
import java.util.Set;
import javax.net.ssl.SSLContext;

/**
 * Who the agent is and where it reports to: the folder that {@code fleetward agent enroll} writes. Immutable.
 *
 * @param thing the name of the thing, which is also the client id
 * @param isAlpn whether MQTT is told from other protocols on the same port, as AWS does on port 443
 */
record Credentials(String thing, String host, int port, boolean isAlpn, SSLContext tls) {
    private static final String CONFIGURATION = "agent.conf";
    private static final int HTTPS_PORT = 443;
    private static final int HIGHEST_PORT = 65_535;

    static Credentials read(Path folder) throws ConfigurationException {
        Path key = folder.resolve("private.key");
        try {
            var settings = new Properties();
            try (Reader in = Files.newBufferedReader(folder.resolve(CONFIGURATION))) {
                settings.load(in);
            }
            requirePrivate(key);
            int port = port(folder, setting(folder, settings, "port"));
            return new Credentials(
                    setting(folder, settings, "thing"),
                    setting(folder, settings, "endpoint"),
                    port,
                    port == HTTPS_PORT || "true".equals(settings.getProperty("alpn")),
                    DeviceTls.context(
                            Files.readString(folder.resolve("ca.pem")),
                            Files.readString(folder.resolve("certificate.pem")),
                            Files.readString(key)));
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new ConfigurationException("cannot read the credentials in " + folder + ": " + unreadable);
        }
    }

    private static String setting(Path folder, Properties settings, String name) throws ConfigurationException {
        String value = settings.getProperty(name);
        if (value == null || value.isBlank()) {
            throw new ConfigurationException(folder.resolve(CONFIGURATION) + ": " + name + " is missing");
        }
        return value.strip();
    }

    private static int port(Path folder, String text) throws ConfigurationException {
        try {
            int port = Integer.parseInt(text);
            if (port > 0 && port <= HIGHEST_PORT) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // Refused below, as what is out of range.
        }
        throw new ConfigurationException(folder.resolve(CONFIGURATION) + ": port must be 1 to 65535: " + text);
    }

    private static void requirePrivate(Path key) throws IOException, ConfigurationException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(key);
        if (permissions.contains(PosixFilePermission.OTHERS_READ)
                || permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
            throw new ConfigurationException(key + " is open to everybody: run chmod 600 " + key);
        }
    }
}
