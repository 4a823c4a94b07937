// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench.load;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One connection: connects, cuts what arrives into packets. Confined to the generator's one loop. */
abstract class LoadClient extends ChannelInboundHandlerAdapter {
    private final String clientId;
    private final boolean isSecure;
    private @Nullable Channel channel;
    private @Nullable ByteBuf unread;

    LoadClient(String clientId, boolean isSecure) {
        this.clientId = clientId;
        this.isSecure = isSecure;
    }

    String clientId() {
        return clientId;
    }

    Channel channel() {
        return Objects.requireNonNull(channel, "not connected");
    }

    /** The broker accepted the connection. */
    abstract void connected();

    /** A packet other than CONNACK arrived; {@code body} is the index of what follows the remaining length. */
    abstract void packet(int head, ByteBuf in, int body);

    /** Everything that was read at once has been handled. */
    void burstRead() {}

    /** The connection is gone; nothing but a churning client expects that. */
    void disconnected() {
        throw new IllegalStateException("the broker closed the connection of " + clientId);
    }

    @Override
    public void channelActive(ChannelHandlerContext active) {
        channel = active.channel();
        if (!isSecure) {
            sendConnect();
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext handled, Object event) {
        if (event instanceof SslHandshakeCompletionEvent completion) {
            if (!completion.isSuccess()) {
                throw new IllegalStateException("the handshake of " + clientId + " failed", completion.cause());
            }
            sendConnect();
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext reading, Object data) {
        ByteBuf in = (ByteBuf) data;
        ByteBuf before = unread;
        if (before != null) {
            in = before.writeBytes(in);
            ((ByteBuf) data).release();
            unread = null;
        }
        while (readPacket(in)) {}
        if (in.isReadable()) {
            unread = reading.alloc().buffer(2 * in.readableBytes()).writeBytes(in);
        }
        in.release();
        burstRead();
    }

    @Override
    public void channelInactive(ChannelHandlerContext inactive) {
        disconnected();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext caught, Throwable cause) {
        MqttLoad.fail(cause);
    }

    private void sendConnect() {
        ByteBuf out = channel().alloc().buffer(64);
        MqttFrames.connect(out, clientId);
        var _ = channel().writeAndFlush(out);
    }

    private boolean readPacket(ByteBuf in) {
        int start = in.readerIndex();
        int available = in.readableBytes();
        int length = 0;
        for (int i = 1; i < available; i++) {
            int digit = in.getUnsignedByte(start + i);
            length |= (digit & 0x7F) << (7 * (i - 1));
            if ((digit & 0x80) == 0) {
                int body = start + i + 1;
                if (in.writerIndex() < body + length) {
                    return false;
                }
                handle(in.getUnsignedByte(start), in, body);
                in.readerIndex(body + length);
                return true;
            }
        }
        return false;
    }

    private void handle(int head, ByteBuf in, int body) {
        if (head >> 4 != MqttFrames.CONNACK) {
            packet(head, in, body);
        } else if (in.getUnsignedByte(body + 1) == 0) {
            connected();
        } else {
            throw new IllegalStateException(clientId + " was refused with " + in.getUnsignedByte(body + 1));
        }
    }
}
