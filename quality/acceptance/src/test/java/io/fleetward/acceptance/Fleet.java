// SPDX-License-Identifier: Apache-2.0
package io.fleetward.acceptance;

import io.fleetward.demo.AwsClients;
import io.fleetward.demo.Device;
import io.fleetward.demo.DeviceKeys;
import io.fleetward.demo.Environment;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.eclipse.paho.client.mqttv3.MqttException;

/**
 * Devices that send messages until they or the server are stopped: mostly short ones, now and then one that is too
 * long.
 *
 * <p>Confined to one thread but for the sending.
 */
final class Fleet implements AutoCloseable {
    private static final int PACE_MILLIS = 150;
    private static final int ONE_IN = 12;

    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(4);
    private final List<Future<?>> sending = new ArrayList<>();

    /** A key and a certificate that may do everything. */
    static DeviceKeys provision(AwsClients aws, String policy) {
        var created = aws.iot().createKeysAndCertificate(r -> r.setAsActive(true));
        aws.iot().attachPolicy(r -> r.policyName(policy).target(created.certificateArn()));
        return new DeviceKeys(created.certificatePem(), created.keyPair().privateKey());
    }

    /** Connects so many devices and has them send. */
    static Fleet start(Environment server, DeviceKeys keys, int size, RandomGenerator random) throws Exception {
        var fleet = new Fleet();
        for (int n = 0; n < size; n++) {
            Device device = Device.connect(server, "device-" + n, keys);
            var dice = new Random(random.nextLong());
            fleet.sending.add(fleet.clock.scheduleWithFixedDelay(
                    () -> send(device, dice), n, PACE_MILLIS, TimeUnit.MILLISECONDS));
        }
        return fleet;
    }

    /** How many devices send. */
    int size() {
        return sending.size();
    }

    private static void send(Device device, RandomGenerator dice) {
        try {
            device.publish("t", dice.nextInt(ONE_IN) == 0 ? "much too long" : "short");
        } catch (MqttException killed) {
            throw new IllegalStateException("nothing more can be sent", killed);
        }
    }

    /** Has nothing more sent; the connections end with the server. */
    @Override
    public void close() {
        clock.shutdownNow();
    }
}
