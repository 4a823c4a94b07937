// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge.websocket;

import io.fleetward.application.broker.Peer;
import io.fleetward.edge.http.HttpRequest;
import io.fleetward.edge.http.HttpResponse;
import io.fleetward.edge.http.Upgrade;
import io.fleetward.edge.mqtt.MqttChannel;
import io.fleetward.edge.mqtt.MqttContext;
import io.netty.channel.Channel;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Turns an HTTPS connection into MQTT over WebSocket for those who sign their request, for pages of the console, and
 * for devices that showed their certificate in the TLS handshake (iot-core, ports). Immutable.
 *
 * <p>A signature, where there is one, decides. A page of another origin cannot use the certificate of the browser it
 * is shown in.
 *
 * <p>Deviation: AWS takes no certificate here.
 */
public final class MqttUpgrade implements Upgrade {
    private static final String PATH = "/mqtt";

    /** Where the pages of the console open theirs, as whoever is signed in. */
    public static final String CONSOLE_PATH = "/console/mqtt";

    private final MqttContext mqtt;
    private final SignedCallers callers;
    private final Peer.@Nullable Device device;

    /**
     * The upgrade of one connection, or of all that showed no certificate.
     *
     * @param device who the client's certificate says it is; null without certificate
     */
    public MqttUpgrade(MqttContext mqtt, SignedCallers callers, Peer.@Nullable Device device) {
        this.mqtt = mqtt;
        this.callers = callers;
        this.device = device;
    }

    @Override
    public boolean isAskedFor(HttpRequest request) {
        String path = request.rawPath();
        return (path.equals(PATH) || path.equals(CONSOLE_PATH)) && WebSocketHandshake.isAskedFor(request);
    }

    @Override
    public Outcome decide(HttpRequest request) {
        if (!request.isSecure()) {
            return forbidden("MQTT over WebSocket is served by TLS only");
        }
        HttpResponse malformed = WebSocketHandshake.problem(request);
        if (malformed != null) {
            return new Outcome.Refused(malformed);
        }
        return switch (callers.verify(request)) {
            case SignedCallers.Verdict.Proven(var caller) -> granted(request, new Peer.Signed(caller));
            case SignedCallers.Verdict.Refused(HttpResponse answer) -> new Outcome.Refused(answer);
            case SignedCallers.Verdict.Unsigned _ ->
                request.rawPath().equals(PATH)
                        ? decideByCertificate(request)
                        : forbidden("Missing Authentication Token");
        };
    }

    private Outcome decideByCertificate(HttpRequest request) {
        if (device == null) {
            return forbidden("Missing Authentication Token");
        }
        return isOfOtherOrigin(request)
                ? forbidden("pages of another origin may not use a certificate")
                : granted(request, device);
    }

    private Outcome granted(HttpRequest request, Peer peer) {
        return new Outcome.Granted(WebSocketHandshake.answer(request), channel -> start(channel, peer));
    }

    private void start(Channel channel, Peer peer) {
        WebSocketFrames.install(channel);
        MqttChannel.install(mqtt, peer, channel);
    }

    private static boolean isOfOtherOrigin(HttpRequest request) {
        String origin = request.header("origin");
        if (origin == null) {
            return false;
        }
        try {
            String host = request.header("host");
            return host == null
                    || !host.toLowerCase(Locale.ROOT).equals(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException _) {
            return true;
        }
    }

    private static Outcome forbidden(String why) {
        return new Outcome.Refused(HttpResponse.error(403, "ForbiddenException", why));
    }
}
