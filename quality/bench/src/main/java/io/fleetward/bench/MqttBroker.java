// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench;

import java.io.IOException;
import java.nio.file.Path;

/** A broker in a process of its own, set up for the devices of {@link MqttDevices}. */
interface MqttBroker extends AutoCloseable {
    String name();

    long pid();

    /** Where clients connect without TLS. */
    int plainPort();

    /** Where clients with ECDSA certificates connect. */
    int tlsPort();

    /** Where clients that insist on RSA connect. */
    int rsaPort();

    /** What clients trust; the same for every port. */
    Path caFile();

    @Override
    void close() throws IOException;
}
