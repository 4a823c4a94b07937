// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.testkit.Seed;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.Test;

class ClientHelloTest {
    private static final int TRIES = 100_000;
    /** The heads of a record and of a handshake message. */
    private static final int HEADS = 9;

    @Test
    void readsNameAndProtocols() throws Exception {
        ClientHello hello =
                ClientHello.parse(Unpooled.wrappedBuffer(realHello("Data.Here.Test", "x-amzn-mqtt-ca", "h2")));
        assertThat(hello.serverName()).isEqualTo("data.here.test");
        assertThat(hello.protocols()).containsExactly("x-amzn-mqtt-ca", "h2");
        assertThat(hello.isWithoutCurves()).isFalse();
    }

    @Test
    void takesAHelloWithoutExtensions() {
        ByteBuf bare =
                Unpooled.buffer().writeZero(34).writeByte(0).writeShort(2).writeShort(0x2F);
        bare.writeByte(1).writeByte(0);
        assertThat(ClientHello.parse(bare)).isEqualTo(new ClientHello(null, List.of(), true));
        assertThat(ClientHello.parse(null)).isEqualTo(ClientHello.EMPTY);
    }

    @Test
    void leavesWhatItCannotReadToTheHandshake() throws Exception {
        Seed seed = Seed.current();
        RandomGenerator random = seed.generator();
        byte[] real = realHello("data.here.test", "x-amzn-mqtt-ca");
        int named = 0;
        for (int i = 0; i < TRIES; i++) {
            byte[] damaged = Arrays.copyOf(real, random.nextInt(10) == 0 ? random.nextInt(real.length) : real.length);
            for (int j = 0; j < 1 + random.nextInt(4) && damaged.length > 0; j++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            if (ClientHello.parse(Unpooled.wrappedBuffer(damaged)).serverName() != null) {
                named++;
            }
        }
        assertThat(named).as(seed.toString()).isBetween(1, TRIES - 1);
    }

    /** What the JDK's own client says first, from its version on. */
    private static byte[] realHello(String name, String... protocols) throws GeneralSecurityException, SSLException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, null, null);
        SSLEngine engine = context.createSSLEngine();
        engine.setUseClientMode(true);
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setServerNames(List.of(new SNIHostName(name)));
        parameters.setApplicationProtocols(protocols);
        engine.setSSLParameters(parameters);
        ByteBuffer out = ByteBuffer.allocate(32_768);
        engine.wrap(ByteBuffer.allocate(0), out);
        return Arrays.copyOfRange(out.array(), HEADS, out.position());
    }
}
