// SPDX-License-Identifier: Apache-2.0
package io.fleetward.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The client against a server that answers each packet with the bytes that the test prepared. */
class MqttLinkTest {
    private static final String CONNACK = "20020000";
    private static final String SUBACK = "9003000101";
    private static final Duration SOON = Duration.ofSeconds(10);

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final List<String> answers = new ArrayList<>();
    private ServerSocket server;
    private MqttLink link;

    @BeforeEach
    void connect() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
        link = new MqttLink(new Socket(server.getInetAddress(), server.getLocalPort()), 2);
    }

    @AfterEach
    void close() throws IOException {
        link.close();
        server.close();
    }

    private void serve() {
        try (Socket client = server.accept()) {
            var in = new DataInputStream(client.getInputStream());
            for (int i = 0; ; i++) {
                int first = in.readUnsignedByte();
                int length = 0;
                int digit;
                int shift = 0;
                do {
                    digit = in.readUnsignedByte();
                    length |= (digit & 0x7f) << shift;
                    shift += 7;
                } while (digit >= 0x80);
                byte[] body = in.readNBytes(length);
                heard.add("%02x %s".formatted(first, HexFormat.of().formatHex(body)));
                if (i < answers.size()) {
                    client.getOutputStream().write(HexFormat.of().parseHex(answers.get(i)));
                }
            }
        } catch (IOException ended) {
            // The client has gone, or the test is over.
        }
    }

    private void answering(String... bytes) {
        answers.addAll(List.of(bytes));
    }

    private String heard() throws InterruptedException {
        return String.valueOf(heard.poll(SOON.toSeconds(), TimeUnit.SECONDS));
    }

    @Test
    void connectsSubscribesAndPublishes() throws Exception {
        answering(CONNACK, SUBACK, "40020002");

        link.connect("pump");
        link.subscribe("a/+");
        link.publish("a/b", "x".repeat(200));

        assertThat(heard()).isEqualTo("10 00044d51545404020002000470756d70");
        assertThat(heard()).isEqualTo("82 00010003612f2b01");
        assertThat(heard()).isEqualTo("32 0003612f620002" + "78".repeat(200));
    }

    @Test
    void acknowledgesWhatItReceives() throws Exception {
        answering(CONNACK + "3207" + "0001610007" + "6869" + "3005" + "000162" + "7879");

        link.connect("pump");

        assertThat(link.next(SOON)).isEqualTo(new MqttLink.Incoming("a", "hi"));
        assertThat(link.next(SOON)).isEqualTo(new MqttLink.Incoming("b", "xy"));
        assertThat(link.next(Duration.ofMillis(1))).isNull();
        heard();
        assertThat(heard()).isEqualTo("40 0007");
    }

    @Test
    void keepsAMessageThatComesBeforeAnAnswer() throws Exception {
        answering(CONNACK, "3003" + "000161" + SUBACK);

        link.connect("pump");
        link.subscribe("a");

        assertThat(link.next(SOON)).isEqualTo(new MqttLink.Incoming("a", ""));
    }

    @Test
    void pingsWhileNothingHappens() throws Exception {
        answering(CONNACK, "d000");
        link.connect("pump");

        link.idle(Duration.ofMillis(1_100));

        heard();
        assertThat(heard()).isEqualTo("c0 ");
    }

    @Test
    void saysGoodBye() throws Exception {
        answering(CONNACK);
        link.connect("pump");

        link.close();

        heard();
        assertThat(heard()).isEqualTo("e0 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"20020005", "2000"})
    void failsWhenItIsNotWelcome(String answer) {
        answering(answer);

        assertThatThrownBy(() -> link.connect("pump"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("refused");
    }

    @Test
    void failsWhenItMayNotSubscribe() throws Exception {
        answering(CONNACK, "9003000180");
        link.connect("pump");

        assertThatThrownBy(() -> link.subscribe("a"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"30ffffff7f", "30ffffffff01"})
    void failsOnPacketsWithoutEnd(String packet) {
        answering(packet);

        assertThatThrownBy(() -> link.connect("pump"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void failsOnAMalformedMessage() {
        answering("3003ffff61");

        assertThatThrownBy(() -> link.connect("pump"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("malformed");
    }
}
