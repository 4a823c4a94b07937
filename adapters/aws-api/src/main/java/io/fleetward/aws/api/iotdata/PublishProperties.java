// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iotdata;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IotDataError;
import io.fleetward.aws.model.iotdata.PublishRequest;
import io.fleetward.broker.message.MessageProperties;
import io.fleetward.broker.message.MessageProperties.UserProperty;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Translates the MQTT 5 properties of a publish by API. */
final class PublishProperties {
    private PublishProperties() {}

    static MessageProperties of(PublishRequest request) {
        return new MessageProperties(
                payloadFormat(request.payloadFormatIndicator()),
                request.contentType(),
                request.responseTopic(),
                correlationData(request.correlationData()),
                userProperties(request.userProperties()));
    }

    private static @Nullable Integer payloadFormat(@Nullable String indicator) {
        if (indicator == null) {
            return null;
        }
        return "UTF8_DATA".equals(indicator) ? 1 : 0;
    }

    private static @Nullable String correlationData(@Nullable String base64) {
        if (base64 == null) {
            return null;
        }
        try {
            return HexFormat.of().formatHex(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException malformed) {
            throw invalid("correlationData: must be Base64");
        }
    }

    /** An array of objects with one member each, in the order in which they are forwarded. */
    private static List<UserProperty> userProperties(@Nullable String json) {
        if (json == null || json.isEmpty()) {
            return List.of();
        }
        JsonNode array = read(json);
        if (!array.isArray()) {
            throw invalid("userProperties: must be a JSON array of objects with one text each");
        }
        var properties = new ArrayList<UserProperty>();
        for (JsonNode object : array) {
            for (Map.Entry<String, JsonNode> member : object.properties()) {
                if (!member.getValue().isString()) {
                    throw invalid("userProperties: the value of " + member.getKey() + " must be a text");
                }
                properties.add(
                        new UserProperty(member.getKey(), member.getValue().stringValue()));
            }
        }
        return properties;
    }

    private static JsonNode read(String json) {
        try {
            return JsonMapper.shared().readTree(json);
        } catch (JacksonException malformed) {
            throw invalid("userProperties: not JSON");
        }
    }

    private static ApiException invalid(String message) {
        return new ApiException(IotDataError.INVALID_REQUEST, message);
    }
}
