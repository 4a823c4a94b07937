// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge.mqtt;

import io.fleetward.application.broker.BrokerCounters.Counter;
import io.fleetward.application.broker.ClientConnection;
import io.fleetward.application.broker.ClientLink;
import io.fleetward.application.broker.ConnectOutcome;
import io.fleetward.application.broker.Loop;
import io.fleetward.application.broker.Peer;
import io.fleetward.broker.ReasonCode;
import io.fleetward.broker.fact.DisconnectReason;
import io.fleetward.broker.limit.Allowance;
import io.fleetward.broker.message.Message;
import io.fleetward.broker.session.ConnectRequest;
import io.fleetward.broker.session.MqttVersion;
import io.fleetward.broker.session.SessionTerms;
import io.fleetward.edge.loop.EdgeLoop;
import io.fleetward.edge.loop.Watched;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One MQTT connection: cuts the stream into packets, hands them to the broker, writes what comes back.
 *
 * <p>Confined to the channel's loop. Reading stops while the broker decides about the CONNECT, while the client owes
 * acknowledgements, and while it sends faster than it may.
 */
public final class MqttChannel extends ChannelInboundHandlerAdapter implements ClientLink, Watched {
    private static final Logger LOG = LoggerFactory.getLogger(MqttChannel.class);
    private static final int MAX_LENGTH_BYTES = 4;
    private static final long FORCED_CLOSE_MILLIS = 5_000;
    /** Answers a client may leave unread; deliveries to it stop far earlier. */
    private static final long MAX_UNREAD_BYTES = 1_048_576;

    /** How far the connection has come. */
    private enum Stage {
        EXPECTING_CONNECT,
        CONNECTING,
        CONNECTED,
        CLOSING
    }

    /** Why reading is stopped. */
    private enum Pause {
        CONNECTING,
        BROKER,
        PACE
    }

    private final MqttContext context;
    private final Peer peer;
    private final Channel channel;
    private final EdgeLoop loop;
    private final MqttOutput output;
    private final PublishTranslation translation;
    private final PacketReader reader = new PacketReader();
    private final Set<Pause> pauses = EnumSet.noneOf(Pause.class);
    private Stage stage = Stage.EXPECTING_CONNECT;
    private @Nullable ClientConnection connection;
    private @Nullable ByteBuf unread;
    private Allowance bytes;
    private int largestForClient = Integer.MAX_VALUE;
    private long patienceMillis;
    private long deadline;

    private MqttChannel(MqttContext context, Peer peer, Channel channel) {
        this.context = context;
        this.peer = peer;
        this.channel = channel;
        loop = context.loops().of(channel.eventLoop());
        output = new MqttOutput(channel, loop);
        translation = new PublishTranslation(context.limits());
        long now = loop.now();
        bytes = Allowance.full(context.limits().pace().bytesIn(), now);
        patienceMillis = context.firstPacketMillis();
        deadline = now + patienceMillis;
    }

    /** Makes the channel, whose handlers so far only look after the transport, an MQTT connection. */
    public static void install(MqttContext context, Peer peer, Channel channel) {
        channel.pipeline().addLast(new MqttChannel(context, peer, channel));
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        loop.watch(this);
    }

    @Override
    public void channelRead(ChannelHandlerContext reading, Object data) {
        ByteBuf in = (ByteBuf) data;
        if (stage == Stage.CLOSING) {
            in.release();
            return;
        }
        spend(in.readableBytes());
        if (unread != null) {
            in = ByteToMessageDecoder.MERGE_CUMULATOR.cumulate(channel.alloc(), unread, in);
            unread = null;
        }
        readPackets(in);
    }

    @Override
    public void channelInactive(ChannelHandlerContext inactive) {
        loop.unwatch(this);
        stage = Stage.CLOSING;
        forget();
        output.release();
        if (connection != null) {
            connection.lost(DisconnectReason.CONNECTION_LOST);
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext changed) {
        if (connection != null && output.isWritable()) {
            connection.writable();
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext triggered, Object event) {
        if (!(event instanceof TransportEvent told)) {
            triggered.fireUserEventTriggered(event);
        } else if (stage != Stage.CLOSING) {
            switch (told) {
                case GOOD_BYE -> leave();
                case RULES_BROKEN -> refuse(PacketRefused.protocolError("the transport of the packets is not valid"));
            }
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext caught, Throwable cause) {
        if (cause instanceof IOException || cause.getCause() instanceof IOException) {
            var _ = channel.close();
        } else {
            fail(cause);
        }
    }

    @Override
    public void check(long now) {
        if (now < deadline) {
            return;
        }
        switch (stage) {
            case EXPECTING_CONNECT, CONNECTING -> {
                context.counters().count(Counter.PACKETS_REFUSED);
                closeAfterOutput();
            }
            case CONNECTED -> {
                if (connection != null) {
                    close(ReasonCode.KEEP_ALIVE_TIMEOUT, "nothing was heard for one and a half keep-alives");
                    connection.lost(DisconnectReason.MQTT_KEEP_ALIVE_TIMEOUT);
                }
            }
            case CLOSING -> {
                var _ = channel.close();
            }
        }
    }

    @Override
    public Loop loop() {
        return loop;
    }

    @Override
    public boolean isWritable() {
        return output.isWritable();
    }

    @Override
    public void publish(Message message, int packetId) {
        ByteBuf properties =
                version() == MqttVersion.MQTT_5 ? PacketWriter.publishProperties(message, loop.now()) : null;
        if (largestForClient != Integer.MAX_VALUE
                && PacketWriter.sizeOfPublish(message, packetId, properties) > largestForClient) {
            skip(packetId);
            return;
        }
        ByteBuf out = output.buffer();
        PacketWriter.publishHead(out, message, packetId, properties);
        if (message.payload().length < MqttOutput.LARGE) {
            out.writeBytes(message.payload());
        } else {
            output.payload(message.payload());
        }
    }

    @Override
    public void publishAcknowledged(int packetId, ReasonCode code) {
        PacketWriter.pubAck(output.buffer(), version(), packetId, code);
    }

    @Override
    public void subscribeAcknowledged(int packetId, List<ReasonCode> codes) {
        PacketWriter.subAck(output.buffer(), version(), packetId, codes);
    }

    @Override
    public void unsubscribeAcknowledged(int packetId, List<ReasonCode> codes) {
        PacketWriter.unsubAck(output.buffer(), version(), packetId, codes);
    }

    @Override
    public void read(boolean on) {
        if (on) {
            resume(Pause.BROKER);
        } else {
            pause(Pause.BROKER);
        }
    }

    @Override
    public void close(ReasonCode code, String reason) {
        if (stage == Stage.CONNECTED && version() == MqttVersion.MQTT_5 && channel.isActive()) {
            PacketWriter.disconnect(output.buffer(), code, reason);
        }
        closeAfterOutput();
    }

    /** Reads as many packets as there are, keeping an unfinished one for later. */
    private void readPackets(ByteBuf in) {
        try {
            while (pauses.isEmpty() && stage != Stage.CLOSING && readPacket(in)) {
                deadline = loop.now() + patienceMillis;
            }
            if (stage != Stage.CLOSING && channel.bytesBeforeWritable() > MAX_UNREAD_BYTES) {
                throw new PacketRefused(ReasonCode.QUOTA_EXCEEDED, "too many answers wait to be read");
            }
        } catch (PacketRefused refusal) {
            refuse(refusal);
        } catch (RuntimeException failure) {
            fail(failure);
        } finally {
            if (in.isReadable() && stage != Stage.CLOSING) {
                unread = in;
            } else {
                in.release();
            }
        }
    }

    private boolean readPacket(ByteBuf in) {
        int start = in.readerIndex();
        int available = in.readableBytes();
        int length = 0;
        for (int i = 1; i <= MAX_LENGTH_BYTES; i++) {
            if (available <= i) {
                return false;
            }
            int digit = in.getUnsignedByte(start + i);
            length |= (digit & 0x7F) << (7 * (i - 1));
            if ((digit & 0x80) == 0) {
                return readPacket(in, i + 1, length);
            }
        }
        throw PacketRefused.malformed("the length of the packet is malformed");
    }

    private boolean readPacket(ByteBuf in, int headBytes, int length) {
        if (length > context.limits().packet().maxPacketBytes()) {
            throw new PacketRefused(ReasonCode.PACKET_TOO_LARGE, "the packet is too large");
        }
        if (in.readableBytes() < headBytes + length) {
            return false;
        }
        int head = in.getUnsignedByte(in.readerIndex());
        int end = in.writerIndex();
        in.skipBytes(headBytes);
        in.writerIndex(in.readerIndex() + length);
        Packet packet = reader.read(head, in);
        in.writerIndex(end);
        handle(packet);
        return true;
    }

    private void handle(Packet packet) {
        ClientConnection current = connection;
        if (current == null) {
            if (stage == Stage.EXPECTING_CONNECT && packet instanceof Packet.Connect connect) {
                connect(connect);
                return;
            }
            throw PacketRefused.protocolError("the first packet must be CONNECT");
        }
        switch (packet) {
            case Packet.Publish publish ->
                current.publish(translation.message(publish, loop.now()), publish.packetId());
            case Packet.PubAck(int packetId) -> current.acknowledge(packetId);
            case Packet.Subscribe(int packetId, var requests) -> current.subscribe(packetId, requests);
            case Packet.Unsubscribe(int packetId, var filters) -> current.unsubscribe(packetId, filters);
            case Packet.PingReq() -> PacketWriter.pingResp(output.buffer());
            case Packet.Disconnect(int reasonCode, Long expiry) -> disconnect(current, reasonCode, expiry);
            case Packet.Connect _ -> throw PacketRefused.protocolError("a second CONNECT");
        }
    }

    private void connect(Packet.Connect packet) {
        Message will = packet.will() == null ? null : translation.will(packet.will());
        ConnectRequest request = ConnectTranslation.request(packet, will, context.ids());
        stage = Stage.CONNECTING;
        pause(Pause.CONNECTING);
        var _ = context.broker().connect(peer, request, this).whenComplete((outcome, failure) -> {
            boolean isIdAssigned = packet.clientId().isEmpty();
            switch (outcome) {
                case ConnectOutcome.Accepted accepted -> accepted(accepted, request, isIdAssigned);
                case ConnectOutcome.Refused refused -> refused(refused);
                case null -> fail(failure);
            }
        });
    }

    private void accepted(ConnectOutcome.Accepted accepted, ConnectRequest request, boolean isIdAssigned) {
        connection = accepted.connection();
        if (stage == Stage.CLOSING || !channel.isActive()) {
            accepted.connection().lost(DisconnectReason.CONNECTION_LOST);
            return;
        }
        stage = Stage.CONNECTED;
        largestForClient = request.version() == MqttVersion.MQTT_5 ? request.maxPacketBytes() : Integer.MAX_VALUE;
        patienceMillis = 1_500L * accepted.keepAliveSeconds();
        deadline = loop.now() + patienceMillis;
        ByteBuf properties = version() == MqttVersion.MQTT_5
                ? ConnAckProperties.ofAccepted(accepted, request, isIdAssigned, context.limits())
                : Unpooled.EMPTY_BUFFER;
        PacketWriter.connAck(output.buffer(), version(), accepted.isSessionPresent(), ReasonCode.SUCCESS, properties);
        accepted.connection().start();
        resume(Pause.CONNECTING);
    }

    private void refused(ConnectOutcome.Refused refused) {
        if (stage != Stage.CLOSING && channel.isActive() && (refused.isAnswered() || version() == MqttVersion.MQTT_5)) {
            answerConnect(refused.code(), refused.reason());
        }
        closeAfterOutput();
    }

    private void answerConnect(ReasonCode code, String reason) {
        ByteBuf properties =
                version() == MqttVersion.MQTT_5 ? ConnAckProperties.ofRefused(reason) : Unpooled.EMPTY_BUFFER;
        PacketWriter.connAck(output.buffer(), version(), false, code, properties);
    }

    private void disconnect(ClientConnection current, int reasonCode, @Nullable Long expiry) {
        SessionTerms terms = expiry == null
                ? null
                : new SessionTerms(Math.min(expiry, context.limits().keepAlive().maxExpiry()));
        current.disconnect(reasonCode != 0, terms);
        closeAfterOutput();
    }

    /** The client ended the connection in good order, on the level below. */
    private void leave() {
        if (connection != null) {
            connection.disconnect(false, null);
        }
        closeAfterOutput();
    }

    /** The client sent something it must not send. */
    private void refuse(PacketRefused refusal) {
        if (connection != null) {
            connection.refuse(refusal.code(), refusal.text());
            return;
        }
        context.counters().count(Counter.PACKETS_REFUSED);
        boolean isAnswered = refusal.code() == ReasonCode.UNSUPPORTED_PROTOCOL_VERSION
                || refusal.code() == ReasonCode.CLIENT_IDENTIFIER_NOT_VALID
                || version() == MqttVersion.MQTT_5;
        if (stage == Stage.EXPECTING_CONNECT && isAnswered) {
            answerConnect(refusal.code(), refusal.text());
        }
        closeAfterOutput();
    }

    /** Something is wrong with us: ends the connection without telling the client more than that. */
    private void fail(@Nullable Throwable cause) {
        LOG.atWarn().addKeyValue("sourceIp", peer.sourceIp()).setCause(cause).log("mqtt-connection-failed");
        close(ReasonCode.UNSPECIFIED_ERROR, "internal error");
        if (connection != null) {
            connection.lost(DisconnectReason.SERVER_ERROR);
        }
    }

    /** A message the client cannot take counts as delivered (MQTT 5, section 3.1.2.11.4). */
    private void skip(int packetId) {
        ClientConnection current = connection;
        if (packetId != 0 && current != null) {
            loop.execute(() -> current.acknowledge(packetId));
        }
    }

    private void closeAfterOutput() {
        if (stage != Stage.CLOSING) {
            stage = Stage.CLOSING;
            deadline = loop.now() + FORCED_CLOSE_MILLIS;
            forget();
            output.close();
        }
    }

    private void forget() {
        if (unread != null) {
            unread.release();
            unread = null;
        }
    }

    private void spend(int amount) {
        long now = loop.now();
        bytes = bytes.spend(amount, now);
        if (!bytes.hasAny(now)) {
            pause(Pause.PACE);
            var _ = channel.eventLoop().schedule(() -> resume(Pause.PACE), bytes.delay(now), TimeUnit.MILLISECONDS);
        }
    }

    private void pause(Pause reason) {
        pauses.add(reason);
        channel.config().setAutoRead(false);
    }

    private void resume(Pause reason) {
        pauses.remove(reason);
        if (!pauses.isEmpty() || stage == Stage.CLOSING) {
            return;
        }
        ByteBuf rest = unread;
        unread = null;
        if (rest != null) {
            readPackets(rest);
        }
        if (pauses.isEmpty()) {
            channel.config().setAutoRead(true);
        }
    }

    private MqttVersion version() {
        return reader.version();
    }
}
