// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.concurrent.atomic.AtomicLong;

/** Sends a body in chunks, and gives a client up that is too far behind. Thread-safe. */
final class ChunkedSink implements HttpStream.Sink {
    private final Channel channel;
    private final long mostBehind;
    private final AtomicLong behind = new AtomicLong();

    /** @param mostBehind most bytes that wait for the client */
    ChunkedSink(Channel channel, long mostBehind) {
        this.channel = channel;
        this.mostBehind = mostBehind;
    }

    @Override
    public void send(byte[] bytes) {
        if (behind.addAndGet(bytes.length) > mostBehind) {
            var _ = channel.close();
            return;
        }
        var chunk = new DefaultHttpContent(Unpooled.wrappedBuffer(bytes));
        var _ = channel.writeAndFlush(chunk).addListener(_ -> behind.addAndGet(-bytes.length));
    }

    @Override
    public void end() {
        var _ = channel.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT).addListener(ChannelFutureListener.CLOSE);
    }

    @Override
    public void onEnd(Runnable ended) {
        var _ = channel.closeFuture().addListener(_ -> ended.run());
    }
}
