// SPDX-License-Identifier: Apache-2.0
package io.fleetward.simulator.run;

import io.fleetward.simulator.fleet.Credentials;
import io.fleetward.simulator.fleet.FleetEnvironment;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.net.InetSocketAddress;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** The way to the server: TCP, TLS with a device's certificate, MQTT. Thread-safe. */
final class Network {
    private static final int LARGEST_ANSWER = 131_072;

    private final FleetEnvironment environment;
    private final Tally tally;

    Network(FleetEnvironment environment, Tally tally) {
        this.environment = environment;
        this.tally = tally;
    }

    Tally tally() {
        return tally;
    }

    /** What proves the device, to be made once per device. */
    SslContext tls(Credentials credentials) throws SSLException {
        return SslContextBuilder.forClient()
                .sslProvider(SslProvider.JDK)
                .keyManager(credentials.key(), credentials.certificate())
                .trustManager(environment.caFile().toFile())
                .build();
    }

    /** Begins to connect; what is sent meanwhile waits. To be called on the loop. */
    MqttLink open(EventLoop loop, SslContext tls, String clientId, @Nullable String from) {
        var link = new MqttLink(clientId, tally);
        var bootstrap = new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline()
                                .addLast(
                                        tls.newHandler(channel.alloc(), environment.mqttHost(), environment.mqttPort()))
                                .addLast(new MqttDecoder(LARGEST_ANSWER))
                                .addLast(MqttEncoder.INSTANCE)
                                .addLast(link);
                    }
                });
        var server = new InetSocketAddress(environment.mqttHost(), environment.mqttPort());
        var opening =
                from == null ? bootstrap.connect(server) : bootstrap.connect(server, new InetSocketAddress(from, 0));
        opening.addListener(result -> {
            if (!result.isSuccess()) {
                link.failed();
            }
        });
        return link;
    }
}
