// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench.load;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.util.List;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Opens the connections of clients. Confined to the generator's one loop. */
final class Connector {
    private static final String RSA_SUITE = "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256";

    private final LoadOptions options;
    private final EventLoop loop;
    private final @Nullable SslContext[] contexts;

    Connector(LoadOptions options, EventLoop loop) {
        this.options = options;
        this.loop = loop;
        contexts = new SslContext[options.tls() == null ? 0 : options.tls().certificates()];
    }

    /** Connects the client; {@code number} picks its certificate. */
    void connect(LoadClient client, int number) {
        var _ = new Bootstrap()
                .group(loop)
                .channel(EpollSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) throws SSLException {
                        LoadTls tls = options.tls();
                        if (tls != null) {
                            channel.pipeline()
                                    .addLast(context(tls, number % tls.certificates())
                                            .newHandler(channel.alloc()));
                        }
                        channel.pipeline().addLast(client);
                    }
                })
                .connect(options.host(), options.port())
                .addListener((ChannelFutureListener) connecting -> {
                    if (!connecting.isSuccess()) {
                        MqttLoad.fail(connecting.cause());
                    }
                });
    }

    private SslContext context(LoadTls tls, int number) throws SSLException {
        SslContext context = contexts[number];
        if (context == null) {
            SslContextBuilder builder = SslContextBuilder.forClient()
                    .sslProvider(SslProvider.OPENSSL)
                    .trustManager(tls.caFile().toFile())
                    .keyManager(
                            tls.certificateFile(number).toFile(),
                            tls.keyFile(number).toFile())
                    .endpointIdentificationAlgorithm(null)
                    .protocols(tls.isRsa() ? "TLSv1.2" : "TLSv1.3");
            if (tls.isRsa()) {
                builder.ciphers(List.of(RSA_SUITE));
            }
            context = builder.build();
            contexts[number] = context;
        }
        return context;
    }
}
