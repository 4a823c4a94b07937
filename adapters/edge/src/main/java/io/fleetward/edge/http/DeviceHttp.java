// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge.http;

import io.fleetward.application.broker.DevicePublishing;
import io.fleetward.application.broker.HttpPublishOutcome;
import io.fleetward.application.broker.Peer;
import io.fleetward.broker.limit.BrokerLimits;
import io.fleetward.broker.message.Message;
import io.fleetward.kernel.Ids;
import io.fleetward.kernel.topic.TopicName;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Answers devices that use HTTP with their certificate: {@code POST /topics/<topic>?qos=0|1&retain=true|false}
 * (iot-core, HTTPS publish). A certificate opens nothing else, neither the API nor the console. Thread-safe.
 */
public final class DeviceHttp {
    private static final String TOPICS = "/topics/";
    private static final Pattern QOS = Pattern.compile("(?:^|&)qos=([^&]*)");
    private static final Pattern RETAIN = Pattern.compile("(?:^|&)retain=([^&]*)");

    private final DevicePublishing publishing;
    private final BrokerLimits limits;
    private final Ids ids;

    public DeviceHttp(DevicePublishing publishing, BrokerLimits limits, Ids ids) {
        this.publishing = publishing;
        this.limits = limits;
        this.ids = ids;
    }

    /** The handler of one connection. */
    public HttpHandler of(Peer.Device peer) {
        return request -> handle(peer, request);
    }

    /** The handler of a connection that should have shown a certificate and did not. */
    public HttpHandler withoutCertificate() {
        return _ -> answer(403, "ForbiddenException", "Forbidden");
    }

    private HttpResponse handle(Peer.Device peer, HttpRequest request) {
        if (!request.rawPath().startsWith(TOPICS)) {
            return answer(404, "ResourceNotFoundException", "only /topics/ is open to device certificates");
        }
        if (!request.method().equals("POST")) {
            return answer(405, "MethodNotAllowedException", "messages are published with POST");
        }
        if (request.body().length > limits.packet().maxPayloadBytes()) {
            return answer(413, "RequestEntityTooLargeException", "the payload is too large");
        }
        TopicName topic = topic(request.rawPath().substring(TOPICS.length()));
        String qos = parameter(QOS, request.rawQuery(), "0");
        String retain = parameter(RETAIN, request.rawQuery(), "false");
        if (topic == null || limits.packet().topic().check(topic) != null) {
            return answer(400, "InvalidRequestException", "the topic is not valid");
        }
        if (!qos.matches("[01]") || !retain.matches("true|false")) {
            return answer(400, "InvalidRequestException", "qos must be 0 or 1, retain true or false");
        }
        var message = Message.of(topic, request.body(), Integer.parseInt(qos), Boolean.parseBoolean(retain));
        return answer(publishing.publish(peer, message));
    }

    private HttpResponse answer(HttpPublishOutcome outcome) {
        return switch (outcome) {
            case ACCEPTED ->
                HttpResponse.of(200, "application/json", "{\"message\":\"OK\",\"traceId\":\"" + ids.uuid() + "\"}");
            case UNKNOWN_CERTIFICATE, DENIED -> answer(403, "ForbiddenException", "Forbidden");
            case TOPIC_REFUSED -> answer(400, "InvalidRequestException", "this server takes no messages on that topic");
        };
    }

    private HttpResponse answer(int status, String type, String message) {
        return HttpResponse.error(status, type, message + "\",\"traceId\":\"" + ids.uuid());
    }

    private static @Nullable TopicName topic(String encoded) {
        try {
            return TopicName.parse(URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private static String parameter(Pattern pattern, String query, String otherwise) {
        Matcher matcher = pattern.matcher(query);
        return matcher.find() ? matcher.group(1) : otherwise;
    }
}
