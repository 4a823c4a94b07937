// SPDX-License-Identifier: Apache-2.0
package io.fleetward.simulator.run;

import io.fleetward.simulator.plan.DeviceLife;
import io.fleetward.simulator.plan.DevicePlan;
import io.fleetward.simulator.plan.Step;
import io.fleetward.simulator.plan.Timeline;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.EventLoop;
import io.netty.handler.ssl.SslContext;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One device on the network, living by its plan. Confined to its event loop. */
final class SimulatedDevice {
    /** Not among the addresses that devices of the reference profiles have. */
    private static final String ELSEWHERE = "127.66.0.1";

    private final DevicePlan plan;
    private final DeviceLife life;
    private final Surroundings surroundings;
    private final SslContext tls;
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private @Nullable MqttLink link;
    private long reports;

    SimulatedDevice(DevicePlan plan, DeviceLife life, Surroundings surroundings, SslContext tls) {
        this.plan = plan;
        this.life = life;
        this.surroundings = surroundings;
        this.tls = tls;
    }

    /** What a device lives in. */
    record Surroundings(InstantSource clock, Network network, EventLoop loop) {
        MqttLink open(SslContext tls, String clientId, @Nullable String from) {
            return network.open(loop, tls, clientId, from);
        }
    }

    /** Connects; completes once the server has said yes or no. */
    CompletableFuture<Void> connect() {
        var done = new CompletableFuture<Void>();
        surroundings.loop().execute(() -> connected().whenAnswered(() -> done.complete(null)));
        return done;
    }

    /** Lives from now on; completes when nothing is left to do. */
    CompletableFuture<Void> live(Timeline timeline) {
        surroundings.loop().execute(() -> scheduleNext(timeline));
        return end;
    }

    /** Says goodbye. */
    void stop() {
        surroundings.loop().execute(() -> {
            MqttLink open = link;
            if (open != null) {
                open.close();
            }
        });
    }

    private void scheduleNext(Timeline timeline) {
        if (!life.hasNext()) {
            end.complete(null);
            return;
        }
        Step step = life.next();
        long delay = timeline.until(step.at(), surroundings.clock().instant()).toNanos();
        var _ = surroundings.loop().schedule(() -> perform(step, timeline), Math.max(0, delay), TimeUnit.NANOSECONDS);
    }

    private void perform(Step step, Timeline timeline) {
        long late = -timeline.until(step.at(), surroundings.clock().instant()).toMillis();
        surroundings.network().tally().lateMs.accumulateAndGet(late, Math::max);
        switch (step) {
            case Step.Publish publish -> connected().publish(plan.topic(), payload(publish.bytes()));
            case Step.Report report ->
                connected()
                        .publish(
                                plan.reportTopic(),
                                Unpooled.wrappedBuffer(ReportText.of(++reports, report.measured())));
            case Step.Reconnect _ -> {
                drop();
                connected();
            }
            case Step.FallSilent _ -> connected().close();
            case Step.Probe probe -> connected().subscribe(probe.filter());
            case Step.Impersonate _ -> surroundings.open(tls, plan.name(), null).close();
            case Step.Intrude _ -> intrude();
        }
        scheduleNext(timeline);
    }

    private void intrude() {
        MqttLink intruder = surroundings.open(tls, plan.name(), ELSEWHERE);
        intruder.subscribe("#");
        intruder.subscribe("fleet/+/state");
        intruder.close();
    }

    private MqttLink connected() {
        MqttLink open = link;
        if (open == null || open.isClosed()) {
            open = surroundings.open(tls, plan.name(), null);
            link = open;
        }
        return open;
    }

    private void drop() {
        MqttLink open = link;
        if (open != null) {
            open.drop();
        }
        link = null;
    }

    private static ByteBuf payload(int bytes) {
        return Unpooled.wrappedBuffer(new byte[bytes]);
    }
}
