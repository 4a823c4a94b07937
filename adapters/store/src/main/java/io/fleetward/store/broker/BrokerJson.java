// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.broker;

import io.fleetward.broker.message.MessageProperties;
import io.fleetward.broker.message.MessageProperties.UserProperty;
import io.fleetward.broker.subscription.Subscription;
import io.fleetward.kernel.topic.TopicFilter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The parts of sessions and messages that are stored as JSON; members without a value are left out. */
final class BrokerJson {
    private static final JsonMapper MAPPER = new JsonMapper();

    private BrokerJson() {}

    static String ofSubscriptions(List<Subscription> subscriptions) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (Subscription subscription : subscriptions) {
            list.addObject()
                    .put("filter", subscription.filter().toString())
                    .put("qos", subscription.qos())
                    .put("noLocal", subscription.noLocal())
                    .put("retainAsPublished", subscription.retainAsPublished());
        }
        return list.toString();
    }

    static List<Subscription> subscriptions(String json) {
        var subscriptions = new ArrayList<Subscription>();
        for (JsonNode node : MAPPER.readTree(json)) {
            TopicFilter filter = TopicFilter.parse(node.path("filter").asString());
            if (filter == null) {
                throw new IllegalStateException("not a topic filter: " + node);
            }
            subscriptions.add(new Subscription(
                    filter,
                    node.path("qos").asInt(),
                    node.path("noLocal").asBoolean(),
                    node.path("retainAsPublished").asBoolean()));
        }
        return subscriptions;
    }

    static String ofProperties(MessageProperties properties) {
        if (properties.isEmpty()) {
            return "{}";
        }
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (properties.payloadFormat() != null) {
            node.put("payloadFormat", properties.payloadFormat());
        }
        putText(node, "contentType", properties.contentType());
        putText(node, "responseTopic", properties.responseTopic());
        putText(node, "correlationData", properties.correlationData());
        ArrayNode user = node.putArray("user");
        for (UserProperty property : properties.userProperties()) {
            user.addObject().put("name", property.name()).put("value", property.value());
        }
        return node.toString();
    }

    static MessageProperties properties(String json) {
        if (json.equals("{}")) {
            return MessageProperties.NONE;
        }
        JsonNode node = MAPPER.readTree(json);
        var user = new ArrayList<UserProperty>();
        for (JsonNode property : node.path("user")) {
            user.add(new UserProperty(
                    property.path("name").asString(), property.path("value").asString()));
        }
        JsonNode format = node.get("payloadFormat");
        return new MessageProperties(
                format == null ? null : Integer.valueOf(format.asInt()),
                text(node, "contentType"),
                text(node, "responseTopic"),
                text(node, "correlationData"),
                user);
    }

    private static void putText(ObjectNode node, String member, @Nullable String value) {
        if (value != null) {
            node.put(member, value);
        }
    }

    private static @Nullable String text(JsonNode node, String member) {
        JsonNode value = node.get(member);
        return value == null ? null : value.asString();
    }
}
