// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import javax.net.SocketFactory;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * How a client starts TLS. Immutable.
 *
 * @param serverName the name to ask for; null for none
 * @param protocols the application protocols to offer
 * @param versions the TLS versions to offer; none for the usual ones
 * @param suites the cipher suites to offer; none for the usual ones
 * @param signatures the signature schemes to offer; none for the usual ones
 */
record TlsClient(
        SSLContext context,
        @Nullable String serverName,
        List<String> protocols,
        List<String> versions,
        List<String> suites,
        List<String> signatures) {
    private static final int PATIENCE_MILLIS = 10_000;

    TlsClient(SSLContext context) {
        this(context, null, List.of(), List.of(), List.of(), List.of());
    }

    TlsClient asking(String name) {
        return new TlsClient(context, name, protocols, versions, suites, signatures);
    }

    TlsClient offering(String... names) {
        return new TlsClient(context, serverName, List.of(names), versions, suites, signatures);
    }

    TlsClient speaking(String... names) {
        return new TlsClient(context, serverName, protocols, List.of(names), suites, signatures);
    }

    TlsClient encryptingWith(String... names) {
        return new TlsClient(context, serverName, protocols, versions, List.of(names), signatures);
    }

    TlsClient signing(String... names) {
        return new TlsClient(context, serverName, protocols, versions, suites, List.of(names));
    }

    /** A connection whose handshake is done, as far as the client can tell. */
    SSLSocket connect(int port) throws IOException {
        SSLSocket socket = unconnected();
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.startHandshake();
        return socket;
    }

    /** For clients that take their sockets from a factory and think that it makes plain ones. */
    SocketFactory sockets() {
        return new Sockets(this);
    }

    private SSLSocket unconnected() throws IOException {
        var socket = (SSLSocket) context.getSocketFactory().createSocket();
        SSLParameters parameters = socket.getSSLParameters();
        if (serverName != null) {
            parameters.setServerNames(List.of(new SNIHostName(serverName)));
        }
        if (!protocols.isEmpty()) {
            parameters.setApplicationProtocols(protocols.toArray(String[]::new));
        }
        if (!versions.isEmpty()) {
            parameters.setProtocols(versions.toArray(String[]::new));
        }
        if (!suites.isEmpty()) {
            parameters.setCipherSuites(suites.toArray(String[]::new));
        }
        if (!signatures.isEmpty()) {
            parameters.setSignatureSchemes(signatures.toArray(String[]::new));
        }
        socket.setSSLParameters(parameters);
        return socket;
    }

    private static final class Sockets extends SocketFactory {
        private final TlsClient tls;

        Sockets(TlsClient tls) {
            this.tls = tls;
        }

        @Override
        public Socket createSocket() throws IOException {
            return tls.unconnected();
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return tls.connect(port);
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) {
            throw new UnsupportedOperationException("no client asks for this");
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            throw new UnsupportedOperationException("no client asks for this");
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
            throw new UnsupportedOperationException("no client asks for this");
        }
    }
}
