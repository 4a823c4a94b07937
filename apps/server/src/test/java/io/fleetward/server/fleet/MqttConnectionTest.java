// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bytes from MQTT 3.1.1, sections 3.1 to 3.4 and 3.14. */
class MqttConnectionTest {
    private static final String CONNECT = "100e" + "00044d515454" + "04" + "02" + "04b0" + "00026431";
    private static final String CONNACK = "20020000";

    @Test
    void connectsAndPublishesWithAcknowledgement() throws Exception {
        var server = new Answering(CONNACK + "40020001" + "40020002");
        try (var connection = MqttConnection.open(server, "d1")) {
            connection.publish("t/1", "hi");
            connection.publish("t/1", "ho");
        }
        assertThat(server.heard())
                .isEqualTo(CONNECT
                        + "3209" + "0003742f31" + "0001" + "6869"
                        + "3209" + "0003742f31" + "0002" + "686f"
                        + "e000");
        assertThat(server.isClosed()).isTrue();
    }

    @Test
    void writesTheLengthOfALongMessageInTwoDigits() throws Exception {
        var server = new Answering(CONNACK + "40020001");
        try (var connection = MqttConnection.open(server, "d1")) {
            connection.publish("t", "x".repeat(200));
        }
        assertThat(server.heard()).contains("32cd01" + "000174" + "0001" + "7878");
    }

    @ParameterizedTest
    @CsvSource({"20020005, code 5", "20020000 40020007, packet 7", "d000, packet type 208", "2002, ''"})
    void failsWithWhatTheServerSaidInstead(String answer, String reason) {
        var server = new Answering(answer.replace(" ", ""));
        assertThatThrownBy(() -> {
                    try (var connection = MqttConnection.open(server, "d1")) {
                        connection.publish("t", "x");
                    }
                })
                .isInstanceOf(IOException.class)
                .satisfies(failure ->
                        assertThat(String.valueOf(failure.getMessage())).contains(reason));
        assertThat(server.isClosed()).isTrue();
    }

    @Test
    void dropsWithoutAWord() throws Exception {
        var server = new Answering(CONNACK);
        MqttConnection.open(server, "d1").drop();
        assertThat(server.heard()).isEqualTo(CONNECT);
        assertThat(server.isClosed()).isTrue();
    }

    /** A socket whose other end says what it was told to say. */
    private static final class Answering extends Socket {
        private final InputStream answers;
        private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
        private boolean isClosed;

        Answering(String answers) {
            this.answers = new ByteArrayInputStream(HexFormat.of().parseHex(answers));
        }

        String heard() {
            return HexFormat.of().formatHex(heard.toByteArray());
        }

        @Override
        public InputStream getInputStream() {
            return answers;
        }

        @Override
        public OutputStream getOutputStream() {
            return heard;
        }

        @Override
        public boolean isClosed() {
            return isClosed;
        }

        @Override
        public synchronized void close() {
            isClosed = true;
        }
    }
}
