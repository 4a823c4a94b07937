// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server.fleet;

import io.fleetward.server.fleet.FleetFolder.Credentials;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Locale;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One device that lives: each step it reports once, in the way of the part it plays.
 *
 * <p>Steps come one at a time; {@link #close} may come at any time and ends the one that is under way.
 */
final class SimulatedDevice implements AutoCloseable {
    /** After how many reports a device that sends oversized messages begins to. */
    private static final int GOOD_REPORTS = 2;

    /** However windows fall, two of three lost connections are in the same one. */
    private static final int LOST_CONNECTIONS = 3;

    private static final String LOG_DUMP = "oversized ".repeat(200);

    private final PlannedDevice plan;
    private final Credentials credentials;
    private final DeviceTls tls;
    private final RandomGenerator random;
    private volatile @Nullable MqttConnection connection;
    private volatile boolean isClosed;
    private int reports;

    SimulatedDevice(PlannedDevice plan, Credentials credentials, DeviceTls tls) {
        this.plan = plan;
        this.credentials = credentials;
        this.tls = tls;
        this.random = new Random(plan.name().hashCode());
    }

    String name() {
        return plan.name();
    }

    /** Reports once; answers whether the device is going to report again. */
    boolean step() throws IOException, GeneralSecurityException {
        if (plan.part() == DevicePart.GOES_SILENT) {
            fallSilent();
            return false;
        }
        try {
            report();
        } catch (IOException failure) {
            drop();
            throw failure;
        }
        return !isClosed;
    }

    private void fallSilent() throws IOException, GeneralSecurityException {
        for (int i = 0; i < LOST_CONNECTIONS; i++) {
            report();
            drop();
        }
    }

    private void report() throws IOException, GeneralSecurityException {
        connected().publish(plan.topic(), text());
        reports++;
    }

    private MqttConnection connected() throws IOException, GeneralSecurityException {
        MqttConnection open = connection;
        if (open == null) {
            open = MqttConnection.open(tls.connect(credentials), plan.name());
            connection = open;
        }
        if (isClosed) {
            drop();
            throw new IOException("the device is switched off");
        }
        return open;
    }

    private String text() {
        String measured = String.format(
                Locale.ROOT, "{\"temperature\":%.1f,\"load\":%.2f", 15 + random.nextDouble() * 10, random.nextDouble());
        boolean isOversized = plan.part() == DevicePart.SENDS_OVERSIZED_MESSAGES && reports >= GOOD_REPORTS;
        return measured + (isOversized ? ",\"log\":\"" + LOG_DUMP + "\"}" : "}");
    }

    private void drop() throws IOException {
        MqttConnection open = connection;
        connection = null;
        if (open != null) {
            open.drop();
        }
    }

    /** Says goodbye if nothing is under way. */
    @Override
    public void close() throws IOException {
        isClosed = true;
        MqttConnection open = connection;
        connection = null;
        if (open != null) {
            open.close();
        }
    }
}
