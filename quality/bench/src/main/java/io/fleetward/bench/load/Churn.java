// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench.load;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.EventLoop;
import java.util.concurrent.atomic.AtomicLong;

/** Clients that connect, say good-bye, and connect again. Confined as {@link Load} says. */
final class Churn implements Load {
    private static final int AT_ONCE = 16;

    private final LoadOptions options;
    private final Connector connector;
    private final Runnable whenReady;
    private final AtomicLong connects = new AtomicLong();
    private boolean isRunning;
    private int active;
    private int turn;

    Churn(LoadOptions options, Connector connector, Runnable whenReady) {
        this.options = options;
        this.connector = connector;
        this.whenReady = whenReady;
    }

    @Override
    public void begin(EventLoop loop) {
        loop.execute(whenReady);
    }

    @Override
    public void run() {
        isRunning = true;
        while (active < AT_ONCE) {
            active++;
            next();
        }
    }

    @Override
    public void pause() {
        isRunning = false;
    }

    @Override
    public long count() {
        return connects.get();
    }

    @Override
    public long lost() {
        return 0;
    }

    private void next() {
        if (isRunning) {
            int number = turn++ % options.clients();
            connector.connect(new Guest(LoadOptions.clientId(number)), number);
        } else {
            active--;
        }
    }

    private final class Guest extends LoadClient {
        Guest(String clientId) {
            super(clientId, options.isSecure());
        }

        @Override
        void connected() {
            connects.setRelease(connects.getPlain() + 1);
            ByteBuf out = channel().alloc().buffer(2);
            MqttFrames.disconnect(out);
            var _ = channel().writeAndFlush(out).addListener(ChannelFutureListener.CLOSE);
        }

        @Override
        void packet(int head, ByteBuf in, int body) {
            throw new IllegalStateException("a guest got packet " + (head >> 4));
        }

        @Override
        void disconnected() {
            next();
        }
    }
}
