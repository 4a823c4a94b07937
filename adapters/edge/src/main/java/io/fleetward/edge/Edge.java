// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge;

import io.fleetward.edge.loop.EdgeLoops;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/** Opens the listeners of the server and closes them with everything that came through them. Thread-safe. */
public final class Edge implements AutoCloseable {
    private static final int BACKLOG = 4_096;
    private static final WriteBufferWaterMark WATER_MARK = new WriteBufferWaterMark(65_536, 262_144);

    private final EdgeConfig config;
    private final EdgeLoops loops;
    private final Reception reception;
    private final Map<Listener, Channel> listeners = new EnumMap<>(Listener.class);
    private final ChannelGroup channels = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);

    public Edge(EdgeConfig config, EdgeLoops loops, EdgeHandlers handlers) {
        this.config = config;
        this.loops = loops;
        reception = new Reception(config, loops, handlers);
    }

    /** Opens every listener that is configured, or none. */
    public synchronized void open() throws CannotListenException {
        try {
            listen(Listener.MQTT, address(config.bind()), config.mqttPort(), reception::mqtt);
            listen(Listener.HTTPS, address(config.bind()), config.httpsPort(), reception::https);
            listen(Listener.HTTP, InetAddress.getLoopbackAddress(), config.httpPort(), reception::http);
            EdgeConfig.PlainMqtt plain = config.plainMqtt();
            if (plain != null) {
                listen(
                        Listener.PLAIN_MQTT,
                        InetAddress.getLoopbackAddress(),
                        plain.port(),
                        channel -> reception.plainMqtt(channel, plain));
            }
        } catch (CannotListenException failure) {
            closeListeners();
            throw failure;
        }
    }

    /** The port a listener is open on. */
    public synchronized int port(Listener listener) {
        Channel channel = listeners.get(listener);
        if (channel == null) {
            throw new IllegalStateException("not open: " + listener);
        }
        return ((InetSocketAddress) channel.localAddress()).getPort();
    }

    /** Lets nobody in any more; those inside stay. */
    public synchronized void closeListeners() {
        listeners.values().forEach(channel -> channel.close().awaitUninterruptibly());
        listeners.clear();
    }

    /** Closes listeners and connections. */
    @Override
    public void close() {
        closeListeners();
        channels.close().awaitUninterruptibly();
    }

    private void listen(Listener listener, InetAddress address, int port, Consumer<Channel> receive)
            throws CannotListenException {
        ChannelFuture bound = new ServerBootstrap()
                .group(loops.group())
                .channel(loops.serverChannel())
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, WATER_MARK)
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channels.add(channel);
                        receive.accept(channel);
                    }
                })
                .bind(address, port)
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new CannotListenException(listener, port, bound.cause());
        }
        listeners.put(listener, bound.channel());
    }

    private InetAddress address(String bind) throws CannotListenException {
        try {
            return InetAddress.getByName(bind);
        } catch (UnknownHostException failure) {
            throw new CannotListenException(Listener.MQTT, config.mqttPort(), failure);
        }
    }
}
