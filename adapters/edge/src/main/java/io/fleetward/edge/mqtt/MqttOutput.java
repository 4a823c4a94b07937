// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge.mqtt;

import io.fleetward.edge.loop.EdgeLoop;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import org.jspecify.annotations.Nullable;

/**
 * What a connection has to send: small packets are gathered in one buffer that leaves at the end of the burst.
 *
 * <p>Confined to the connection's loop. Holds no buffer while there is nothing to send.
 */
final class MqttOutput {
    private static final int FIRST_CAPACITY = 512;
    /** Gathered bytes that are handed to the channel before the burst ends. */
    private static final int FULL = 65_536;
    /** Payloads from this size on are not copied. */
    static final int LARGE = 4_096;

    private final Channel channel;
    private final EdgeLoop loop;
    private final Runnable flush = this::flush;
    private @Nullable ByteBuf gathered;
    private boolean isScheduled;

    MqttOutput(Channel channel, EdgeLoop loop) {
        this.channel = channel;
        this.loop = loop;
    }

    /** Where the next packet is to be written. */
    ByteBuf buffer() {
        ByteBuf out = gathered;
        if (out != null && out.readableBytes() >= FULL) {
            handOver();
            out = null;
        }
        if (out == null) {
            out = channel.alloc().directBuffer(FIRST_CAPACITY);
            gathered = out;
        }
        schedule();
        return out;
    }

    /** Sends a large payload after what was gathered, without copying it. */
    void payload(byte[] payload) {
        handOver();
        var _ = channel.write(Unpooled.wrappedBuffer(payload), channel.voidPromise());
        schedule();
    }

    /** Whether the peer takes data fast enough. */
    boolean isWritable() {
        return channel.isWritable();
    }

    /** Sends everything and closes the channel. */
    void close() {
        ByteBuf last = gathered;
        gathered = null;
        var _ = channel.writeAndFlush(last == null ? Unpooled.EMPTY_BUFFER : last)
                .addListener(ChannelFutureListener.CLOSE);
    }

    /** Gives up what was not sent; the channel is gone. */
    void release() {
        if (gathered != null) {
            gathered.release();
            gathered = null;
        }
    }

    private void schedule() {
        if (!isScheduled) {
            isScheduled = true;
            loop.afterBurst(flush);
        }
    }

    private void handOver() {
        if (gathered != null) {
            var _ = channel.write(gathered, channel.voidPromise());
            gathered = null;
        }
    }

    private void flush() {
        isScheduled = false;
        if (gathered != null) {
            handOver();
        }
        channel.flush();
    }
}
