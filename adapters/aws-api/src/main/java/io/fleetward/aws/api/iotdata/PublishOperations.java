// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iotdata;

import io.fleetward.application.broker.MessagePublisher;
import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IotDataError;
import io.fleetward.application.identity.CallContext;
import io.fleetward.aws.model.iotdata.IotDataApi;
import io.fleetward.aws.model.iotdata.PublishRequest;
import io.fleetward.aws.model.iotdata.PublishResponse;
import io.fleetward.broker.limit.BrokerLimits;
import io.fleetward.broker.message.Message;
import io.fleetward.kernel.Problem;
import io.fleetward.kernel.topic.TopicName;
import org.jspecify.annotations.Nullable;

/**
 * Publishes on the broker for callers of the API (iot-core, iot-data API): answered once the message is as durable as
 * its subscribers need. Thread-safe; blocks.
 */
public final class PublishOperations implements IotDataApi {
    /** Bounds of a message expiry in seconds; what lies outside is moved to the nearer one. */
    private static final long MIN_EXPIRY = 1;

    private static final long MAX_EXPIRY = 604_800;

    private final MessagePublisher publisher;
    private final BrokerLimits limits;

    public PublishOperations(MessagePublisher publisher, BrokerLimits limits) {
        this.publisher = publisher;
        this.limits = limits;
    }

    @Override
    public PublishResponse publish(PublishRequest request, CallContext context) {
        byte[] payload = request.payload() == null ? new byte[0] : request.payload();
        if (payload.length > limits.packet().maxPayloadBytes()) {
            throw new ApiException(
                    IotDataError.REQUEST_ENTITY_TOO_LARGE,
                    "payload: must have at most " + limits.packet().maxPayloadBytes() + " bytes");
        }
        var message = new Message(
                topic(request.topic()),
                payload,
                qos(request.qos()),
                Boolean.TRUE.equals(request.retain()),
                PublishProperties.of(request),
                expiresAt(request.messageExpiry(), context.at().toEpochMilli()));
        if (!message.topic().isReserved()) {
            publisher.publish(context.scope(), message).toCompletableFuture().join();
        } else if (!publisher.serve(context.scope(), message)) {
            throw invalid("topic: " + message.topic() + " is reserved, and this server takes no messages on it");
        }
        return new PublishResponse();
    }

    private TopicName topic(String text) {
        TopicName topic = TopicName.parse(text);
        if (topic == null) {
            throw invalid("topic: must be a topic name without wildcards: " + text);
        }
        Problem problem = limits.packet().topic().check(topic);
        if (problem != null) {
            throw invalid(problem.toString());
        }
        return topic;
    }

    private static int qos(@Nullable Integer qos) {
        if (qos == null) {
            return 0;
        }
        if (qos < 0 || qos > 1) {
            throw invalid("qos: must be 0 or 1: " + qos);
        }
        return qos;
    }

    private static long expiresAt(@Nullable Long seconds, long now) {
        return seconds == null ? Message.NEVER : now + Math.clamp(seconds, MIN_EXPIRY, MAX_EXPIRY) * 1000;
    }

    private static ApiException invalid(String message) {
        return new ApiException(IotDataError.INVALID_REQUEST, message);
    }
}
