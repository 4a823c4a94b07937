// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge.websocket;

import io.fleetward.edge.mqtt.TransportEvent;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameEncoder;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import org.jspecify.annotations.Nullable;

/**
 * Carries a stream of MQTT packets in WebSocket frames (MQTT 5, section 6; RFC 6455): binary frames of any size in,
 * one packet per frame out, because there are device SDKs that see no second one.
 *
 * <p>Confined to the channel's loop.
 */
final class WebSocketFrames extends ChannelDuplexHandler {
    /** Room for the largest packet, and for clients that put several into a frame. */
    private static final int MAX_FRAME_BYTES = 262_144;

    private WebSocketCloseStatus status = WebSocketCloseStatus.NORMAL_CLOSURE;
    private @Nullable ByteBuf unframed;
    private boolean isCloseSent;

    private WebSocketFrames() {}

    /** Makes the channel, whose handlers so far only look after the transport, one whose next handler sees packets. */
    static void install(Channel channel) {
        var decoding = WebSocketDecoderConfig.newBuilder()
                .expectMaskedFrames(true)
                .allowMaskMismatch(false)
                .allowExtensions(false)
                .maxFramePayloadLength(MAX_FRAME_BYTES)
                .closeOnProtocolViolation(false)
                .withUTF8Validator(false)
                .build();
        channel.pipeline()
                .addLast(new WebSocket13FrameDecoder(decoding))
                .addLast(new WebSocket13FrameEncoder(false))
                .addLast(new WebSocketFrames());
    }

    @Override
    public void channelRead(ChannelHandlerContext reading, Object message) {
        var frame = (WebSocketFrame) message;
        switch (frame) {
            case BinaryWebSocketFrame _, ContinuationWebSocketFrame _ -> reading.fireChannelRead(frame.content());
            case PingWebSocketFrame _ -> pong(reading, frame.content());
            case CloseWebSocketFrame close -> goodBye(reading, close);
            case TextWebSocketFrame _ -> {
                frame.release();
                breakRules(reading, WebSocketCloseStatus.INVALID_MESSAGE_TYPE);
            }
            default -> frame.release();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext caught, Throwable cause) {
        if (cause instanceof CorruptedWebSocketFrameException corrupted) {
            breakRules(caught, corrupted.closeStatus());
        } else {
            caught.fireExceptionCaught(cause);
        }
    }

    @Override
    public void write(ChannelHandlerContext writing, Object message, ChannelPromise promise) {
        ByteBuf stream = append((ByteBuf) message);
        ByteBuf packet = nextPacket(stream);
        if (packet == null) {
            var _ = writing.write(Unpooled.EMPTY_BUFFER, promise);
        }
        while (packet != null) {
            ByteBuf following = nextPacket(stream);
            ChannelPromise told = following == null ? promise : writing.voidPromise();
            var _ = writing.write(new BinaryWebSocketFrame(packet), told);
            packet = following;
        }
        if (stream.isReadable()) {
            unframed = stream;
        } else {
            stream.release();
        }
    }

    /** Says good-bye before the connection ends; at the second call ends it whether or not the client listens. */
    @Override
    public void close(ChannelHandlerContext closing, ChannelPromise promise) {
        if (isCloseSent || !closing.channel().isActive()) {
            var _ = closing.close(promise);
            return;
        }
        isCloseSent = true;
        var _ = closing.writeAndFlush(new CloseWebSocketFrame(status)).addListener(_ -> {
            var _ = closing.close(promise);
        });
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext removed) {
        if (unframed != null) {
            unframed.release();
            unframed = null;
        }
    }

    /** A client that does not take what it is sent needs no more of it. */
    private static void pong(ChannelHandlerContext writing, ByteBuf content) {
        if (writing.channel().isWritable()) {
            var _ = writing.writeAndFlush(new PongWebSocketFrame(content));
        } else {
            content.release();
        }
    }

    private void goodBye(ChannelHandlerContext reading, CloseWebSocketFrame close) {
        int given = close.statusCode();
        close.release();
        if (given >= 0) {
            status = WebSocketCloseStatus.valueOf(given);
        }
        reading.fireUserEventTriggered(TransportEvent.GOOD_BYE);
    }

    private void breakRules(ChannelHandlerContext reading, WebSocketCloseStatus why) {
        status = why;
        reading.fireUserEventTriggered(TransportEvent.RULES_BROKEN);
    }

    private ByteBuf append(ByteBuf written) {
        ByteBuf before = unframed;
        unframed = null;
        return before == null ? written : Unpooled.wrappedBuffer(before, written);
    }

    /** Cuts the next complete packet off the stream; null when there is none. */
    private static @Nullable ByteBuf nextPacket(ByteBuf stream) {
        int start = stream.readerIndex();
        int available = stream.readableBytes();
        int length = 0;
        for (int i = 1; i < available; i++) {
            int digit = stream.getUnsignedByte(start + i);
            length |= (digit & 0x7F) << (7 * (i - 1));
            if ((digit & 0x80) == 0) {
                int size = i + 1 + length;
                return size <= available ? stream.readRetainedSlice(size) : null;
            }
        }
        return null;
    }
}
