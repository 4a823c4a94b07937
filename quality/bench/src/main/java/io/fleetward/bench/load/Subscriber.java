// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench.load;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/** Subscribes, takes what comes, acknowledges it, and tells its publisher. Confined to the generator's one loop. */
final class Subscriber extends LoadClient {
    private static final int FAILED = 0x80;

    private final Fleet fleet;
    private final String filter;
    private final int qos;
    private @Nullable ByteBuf acknowledgements;

    Subscriber(Fleet fleet, int number, LoadOptions options) {
        super(LoadOptions.clientId(options.publishers() + number), options.isSecure());
        this.fleet = fleet;
        filter = LoadOptions.filter(number);
        qos = options.qos();
    }

    @Override
    void connected() {
        ByteBuf out = channel().alloc().buffer(64);
        MqttFrames.subscribe(out, 1, filter, qos);
        var _ = channel().writeAndFlush(out);
    }

    @Override
    void packet(int head, ByteBuf in, int body) {
        switch (head >> 4) {
            case MqttFrames.PUBLISH -> message((head >> 1) & 3, in, body);
            case MqttFrames.SUBACK -> subscribed(in.getUnsignedByte(body + 2));
            default -> throw new IllegalStateException("a subscriber got packet " + (head >> 4));
        }
    }

    @Override
    void burstRead() {
        ByteBuf out = acknowledgements;
        if (out != null) {
            acknowledgements = null;
            var _ = channel().writeAndFlush(out, channel().voidPromise());
        }
    }

    private void subscribed(int code) {
        if (code == FAILED) {
            throw new IllegalStateException(clientId() + " may not subscribe to " + filter);
        }
        fleet.ready();
    }

    private void message(int messageQos, ByteBuf in, int body) {
        int rest = MqttFrames.afterTopic(in, body);
        if (messageQos > 0) {
            ByteBuf out = acknowledgements;
            if (out == null) {
                out = channel().alloc().directBuffer(256);
                acknowledgements = out;
            }
            MqttFrames.pubAck(out, in.getUnsignedShort(rest));
            rest += 2;
        }
        fleet.delivered(in.getInt(rest));
    }
}
