// SPDX-License-Identifier: Apache-2.0
package io.fleetward.agent;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** Reports over MQTT with mutual TLS, on the topics of AWS IoT Device Defender. */
final class MqttUplink implements Uplink {
    private static final int PATIENCE_MILLIS = 10_000;
    private static final int KEEP_ALIVE_SECONDS = 60;
    private static final Duration REPLY = Duration.ofSeconds(10);
    private static final Pattern REPORT_ID = Pattern.compile("\"reportId\"\\s*:\\s*([0-9]{1,19})");

    private final Credentials credentials;
    private final String topic;
    private final AgentLog log;
    private @Nullable MqttLink link;

    MqttUplink(Credentials credentials, AgentLog log) {
        this.credentials = credentials;
        this.topic = "$aws/things/" + credentials.thing() + "/defender/metrics/json";
        this.log = log;
    }

    @Override
    public Outcome send(long id, String report) throws IOException, InterruptedException {
        try {
            MqttLink open = link == null ? connect() : link;
            open.publish(topic, report);
            return reply(open, id);
        } catch (IOException failed) {
            close();
            throw failed;
        }
    }

    @Override
    public void idle(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        MqttLink open = link;
        if (open != null) {
            try {
                open.idle(time);
            } catch (IOException lost) {
                log.event("connection-lost", lost);
                close();
            }
        }
        Duration left = Duration.ofNanos(end - System.nanoTime());
        if (left.isPositive()) {
            Thread.sleep(left);
        }
    }

    @Override
    public void close() {
        if (link != null) {
            link.close();
            link = null;
        }
    }

    private MqttLink connect() throws IOException, InterruptedException {
        var opened = new MqttLink(socket(), KEEP_ALIVE_SECONDS);
        link = opened;
        opened.connect(credentials.thing());
        opened.subscribe(topic + "/accepted");
        opened.subscribe(topic + "/rejected");
        log.event("connected", credentials.host() + ":" + credentials.port());
        return opened;
    }

    private Socket socket() throws IOException {
        var plain = new Socket();
        try {
            plain.connect(new InetSocketAddress(credentials.host(), credentials.port()), PATIENCE_MILLIS);
            var secure = (SSLSocket) credentials
                    .tls()
                    .getSocketFactory()
                    .createSocket(plain, credentials.host(), credentials.port(), true);
            SSLParameters parameters = secure.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            if (credentials.isAlpn()) {
                parameters.setApplicationProtocols(new String[] {"x-amzn-mqtt-ca"});
            }
            secure.setSSLParameters(parameters);
            secure.setSoTimeout(PATIENCE_MILLIS);
            secure.startHandshake();
            secure.setSoTimeout(0);
            return secure;
        } catch (IOException failed) {
            plain.close();
            throw failed;
        }
    }

    /** The reply to this report; one that names no report speaks of the latest. */
    private Outcome reply(MqttLink open, long id) throws IOException, InterruptedException {
        while (true) {
            MqttLink.Incoming reply = open.next(REPLY);
            if (reply == null) {
                return Outcome.LATER;
            }
            Matcher named = REPORT_ID.matcher(reply.text());
            if (!named.find() || named.group(1).equals(Long.toString(id))) {
                return outcome(reply);
            }
        }
    }

    private Outcome outcome(MqttLink.Incoming reply) {
        if (reply.topic().endsWith("/accepted")) {
            return Outcome.ACCEPTED;
        }
        log.event("rejected", reply.text());
        return reply.text().contains("\"InvalidPayload\"") ? Outcome.REJECTED : Outcome.LATER;
    }
}
