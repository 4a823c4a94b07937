// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench;

import io.fleetward.bench.load.LoadOptions;
import java.io.IOException;
import java.time.Duration;

/** One broker under one load; closing it ends the load, not the broker. Confined to one thread. */
final class MqttSide implements AutoCloseable {
    private final MqttBroker broker;
    private final MqttGenerator load;

    private MqttSide(MqttBroker broker, MqttGenerator load) {
        this.broker = broker;
        this.load = load;
    }

    static MqttSide start(MqttBroker broker, LoadOptions options) throws IOException {
        return new MqttSide(broker, MqttGenerator.start(options));
    }

    /**
     * What a stretch of load came to.
     *
     * @param microsEach CPU time of the broker's process for each delivery or connect
     */
    record Figures(long perSecond, double microsEach, long lost) {}

    /** Loads the broker for that long. */
    Figures load(Duration span) throws IOException, InterruptedException {
        load.run();
        MqttGenerator.Count first = load.count();
        Duration cpuFirst = ProcessStat.cpu(broker.pid());
        long begin = System.nanoTime();
        Thread.sleep(span);
        MqttGenerator.Count last = load.count();
        Duration cpu = ProcessStat.cpu(broker.pid()).minus(cpuFirst);
        double seconds = (System.nanoTime() - begin) / 1e9;
        load.pause();
        long done = last.done() - first.done();
        if (done == 0) {
            throw new IllegalStateException(broker.name() + " did nothing in " + span);
        }
        return new Figures(Math.round(done / seconds), cpu.toNanos() / 1000.0 / done, last.lost() - first.lost());
    }

    String name() {
        return broker.name();
    }

    @Override
    public void close() {
        load.close();
    }
}
