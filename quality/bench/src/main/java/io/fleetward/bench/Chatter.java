// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench;

import io.fleetward.demo.Device;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.paho.client.mqttv3.MqttException;

/** Devices that speak all the time, as they should, so that a server has something to do. Confined to one thread. */
final class Chatter implements AutoCloseable {
    /** How many messages a second all of them publish together. */
    static final int PER_SECOND = 2_000;

    private static final int DEVICES = 20;
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1) * DEVICES / PER_SECOND;

    private final List<Device> devices = new ArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(DEVICES);
    private final LongAdder published = new LongAdder();
    private final long begin = System.nanoTime();
    private volatile boolean isOver;

    static Chatter in(DetectScene scene) throws Exception {
        var chatter = new Chatter();
        for (int number = 0; number < DEVICES; number++) {
            Device device = scene.connect("chatter-" + number);
            chatter.devices.add(device);
            String topic = "bench/chatter/" + number;
            chatter.threads.execute(() -> chatter.speak(device, topic));
        }
        return chatter;
    }

    private void speak(Device device, String topic) {
        long next = System.nanoTime();
        try {
            while (!isOver) {
                device.publish(topic, "short");
                published.increment();
                next += PAUSE_NANOS;
                LockSupport.parkNanos(next - System.nanoTime());
            }
        } catch (MqttException failure) {
            throw new IllegalStateException("a device lost its connection", failure);
        }
    }

    /** How many messages a second were published and acknowledged so far. */
    double perSecond() {
        return published.sum() / (Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0);
    }

    @Override
    public void close() throws MqttException {
        isOver = true;
        threads.close();
        for (Device device : devices) {
            device.close();
        }
    }
}
