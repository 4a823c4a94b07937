// SPDX-License-Identifier: Apache-2.0
package io.fleetward.simulator.run;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttVersion;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One MQTT 3.1.1 connection: what is sent before the server has accepted it waits. Confined to its event loop.
 *
 * <p>More than {@link #MOST_WAITING} messages do not wait: a device without connection forgets the oldest.
 */
final class MqttLink extends SimpleChannelInboundHandler<MqttMessage> {
    private static final int MOST_WAITING = 100;
    private static final int KEEP_ALIVE_SECONDS = 1_200;
    private static final int LAST_PACKET_ID = 0xFFFF;

    private final String clientId;
    private final Tally tally;
    private final Deque<MqttMessage> waiting = new ArrayDeque<>();
    private final CompletableFuture<Void> answered = new CompletableFuture<>();
    private @Nullable Channel channel;
    private boolean isAccepted;
    private boolean isClosed;
    private boolean isClosing;
    private int packetId;

    MqttLink(String clientId, Tally tally) {
        this.clientId = clientId;
        this.tally = tally;
    }

    /** Has this done once the connection is accepted, refused or lost. */
    void whenAnswered(Runnable work) {
        var _ = answered.thenRun(work);
    }

    boolean isClosed() {
        return isClosed;
    }

    /** Publishes with QoS 1; takes over the payload. */
    void publish(String topic, ByteBuf payload) {
        tally.published.increment();
        send(MqttMessageBuilders.publish()
                .topicName(topic)
                .qos(MqttQoS.AT_LEAST_ONCE)
                .messageId(nextId())
                .payload(payload)
                .build());
    }

    void subscribe(String filter) {
        send(MqttMessageBuilders.subscribe()
                .addSubscription(MqttQoS.AT_MOST_ONCE, filter)
                .messageId(nextId())
                .build());
    }

    /** Says goodbye once everything is sent. */
    void close() {
        isClosing = true;
        send(MqttMessageBuilders.disconnect().build());
    }

    /** Ends the connection as a power cut does. */
    void drop() {
        isClosed = true;
        Channel open = channel;
        if (open != null) {
            var _ = open.close();
        }
        forgetWaiting();
    }

    /** The connection could not be opened. */
    void failed() {
        tally.refused.increment();
        isClosed = true;
        forgetWaiting();
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        channel = context.channel();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof SslHandshakeCompletionEvent handshake && handshake.isSuccess()) {
            var _ = context.writeAndFlush(MqttMessageBuilders.connect()
                    .protocolVersion(MqttVersion.MQTT_3_1_1)
                    .clientId(clientId)
                    .cleanSession(true)
                    .keepAlive(KEEP_ALIVE_SECONDS)
                    .build());
        }
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, MqttMessage message) {
        if (message instanceof MqttConnAckMessage answer) {
            answered(context, answer.variableHeader().connectReturnCode());
        } else if (message.fixedHeader() != null && message.fixedHeader().messageType() == MqttMessageType.PUBACK) {
            tally.acknowledged.increment();
        }
    }

    private void answered(ChannelHandlerContext context, MqttConnectReturnCode code) {
        if (code != MqttConnectReturnCode.CONNECTION_ACCEPTED) {
            tally.refused.increment();
            var _ = context.close();
            return;
        }
        tally.connects.increment();
        isAccepted = true;
        answered.complete(null);
        while (!waiting.isEmpty()) {
            var _ = context.write(waiting.removeFirst());
        }
        context.flush();
        if (isClosing) {
            var _ = context.close();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        isClosed = true;
        forgetWaiting();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (!isAccepted && !isClosed) {
            tally.refused.increment();
        }
        var _ = context.close();
    }

    private void send(MqttMessage message) {
        Channel open = channel;
        if (isClosed) {
            ReferenceCountUtil.release(message);
        } else if (isAccepted && open != null) {
            var _ = open.writeAndFlush(message);
        } else {
            if (waiting.size() == MOST_WAITING) {
                ReferenceCountUtil.release(waiting.removeFirst());
            }
            waiting.addLast(message);
        }
    }

    private void forgetWaiting() {
        answered.complete(null);
        while (!waiting.isEmpty()) {
            ReferenceCountUtil.release(waiting.removeFirst());
        }
    }

    private int nextId() {
        packetId = packetId == LAST_PACKET_ID ? 1 : packetId + 1;
        return packetId;
    }
}
