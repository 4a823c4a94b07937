// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge.tls;

import io.fleetward.edge.loop.EdgeLoop;
import io.fleetward.edge.loop.Watched;
import io.fleetward.edge.tls.ServerTls.SetUps;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.ssl.SslClientHelloHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.util.HexFormat;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of a TLS connection: reads the ClientHello, picks the set-up, waits for the end of the handshake, and
 * hands the connection to whoever takes it from there.
 *
 * <p>Confined to the channel's loop. A client that is not through in time is cut off.
 */
public final class TlsEntry extends ChannelInboundHandlerAdapter implements Watched {
    /** Takes over a connection. */
    public interface Arrivals {
        /** The handshake is done; called on the channel's loop, before anything was read. */
        void arrived(Channel channel, SecureArrival arrival);

        /** The handshake failed or took too long. */
        void failed(Channel channel);
    }

    /** Which set-up the client gets. */
    private interface Choice {
        SslContext of(SetUps setUps, ClientHello hello);
    }

    /** Several times what clients with every extension send. */
    private static final int MAX_HELLO_BYTES = 16_384;

    private final ServerTls tls;
    private final Choice choice;
    private final Arrivals arrivals;
    private final EdgeLoop loop;
    private final Channel channel;
    private final long deadline;
    private ClientHello hello = ClientHello.EMPTY;

    private TlsEntry(Channel channel, EdgeLoop loop, ServerTls tls, Choice choice, TlsDeadline patience, Arrivals to) {
        this.channel = channel;
        this.loop = loop;
        this.tls = tls;
        this.choice = choice;
        arrivals = to;
        deadline = loop.now() + patience.millis();
    }

    /** How long a client may take to the end of the handshake. */
    public record TlsDeadline(long millis) {}

    /** Starts TLS with a client certificate on the channel. */
    public static void requireCertificate(
            Channel channel, EdgeLoop loop, ServerTls tls, TlsDeadline patience, Arrivals to) {
        start(channel, new TlsEntry(channel, loop, tls, (setUps, _) -> setUps.requiringClient(), patience, to));
    }

    /** Starts TLS, asking for a client certificate only those who look like devices. */
    public static void askDevices(
            Channel channel, EdgeLoop loop, ServerTls tls, TlsDeadline patience, DeviceNames devices, Arrivals to) {
        Choice choice = (setUps, hello) -> devices.isDevice(hello) ? setUps.askingClient() : setUps.withoutClient();
        start(channel, new TlsEntry(channel, loop, tls, choice, patience, to));
    }

    /** Tells devices from people by their ClientHello. */
    public record DeviceNames(DataEndpoints endpoints) {
        boolean isDevice(ClientHello hello) {
            String name = hello.serverName();
            return hello.protocols().contains(ServerTls.MQTT)
                    || hello.protocols().contains(ServerTls.DEVICE_HTTP)
                    || (name != null && endpoints.scopeOf(name) != null);
        }
    }

    private static void start(Channel channel, TlsEntry entry) {
        channel.pipeline().addLast(entry.new Hello()).addLast(entry);
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        loop.watch(this);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext removed) {
        loop.unwatch(this);
    }

    @Override
    public void check(long now) {
        if (now >= deadline) {
            fail();
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext handled, Object event) {
        if (event instanceof SslHandshakeCompletionEvent completion && completion.isSuccess()) {
            finish();
        }
    }

    /** Every failure of the handshake ends up here; what it was is nobody's business but the client's. */
    @Override
    public void exceptionCaught(ChannelHandlerContext caught, Throwable cause) {
        fail();
    }

    @Override
    public void channelInactive(ChannelHandlerContext inactive) {
        arrivals.failed(channel);
    }

    private void finish() {
        ChannelPipeline pipeline = channel.pipeline();
        SslHandler tls = pipeline.get(SslHandler.class);
        pipeline.remove(this);
        var arrival = new SecureArrival(
                hello, tls.applicationProtocol(), certificateId(tls.engine().getSession()));
        arrivals.arrived(channel, arrival);
    }

    private void fail() {
        var _ = channel.close();
    }

    private static @Nullable String certificateId(SSLSession session) {
        try {
            byte[] der = session.getPeerCertificates()[0].getEncoded();
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(der));
        } catch (SSLPeerUnverifiedException _) {
            return null;
        } catch (CertificateException | NoSuchAlgorithmException failure) {
            throw new IllegalStateException("a certificate that took part in a handshake cannot be read", failure);
        }
    }

    /** Reads the ClientHello and gives way to the handshake. */
    private final class Hello extends SslClientHelloHandler<SslContext> {
        Hello() {
            super(MAX_HELLO_BYTES);
        }

        @Override
        protected Future<SslContext> lookup(ChannelHandlerContext reading, @Nullable ByteBuf clientHello) {
            hello = ClientHello.parse(clientHello);
            Promise<SslContext> found = reading.executor().newPromise();
            tls.setUpsFor(hello).whenComplete((setUps, failure) -> {
                if (failure == null) {
                    found.setSuccess(choice.of(setUps, hello));
                } else {
                    found.setFailure(failure);
                }
            });
            return found;
        }

        @Override
        protected void onLookupComplete(ChannelHandlerContext reading, Future<SslContext> found) {
            if (!found.isSuccess()) {
                fail();
                return;
            }
            SslHandler handler = ServerTls.handler(found.getNow(), reading.alloc());
            handler.setHandshakeTimeoutMillis(0);
            reading.pipeline().replace(this, "tls", handler);
        }
    }
}
