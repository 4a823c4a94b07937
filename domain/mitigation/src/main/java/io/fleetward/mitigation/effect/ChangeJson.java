// SPDX-License-Identifier: Apache-2.0
package io.fleetward.mitigation.effect;

import io.fleetward.registry.account.LogLevel;
import io.fleetward.registry.account.LoggingOptions;
import io.fleetward.registry.account.LoggingOptions.EventLogging;
import io.fleetward.registry.certificate.CaCertificateId;
import io.fleetward.registry.certificate.CaStatus;
import io.fleetward.registry.certificate.CertificateId;
import io.fleetward.registry.certificate.CertificateStatus;
import io.fleetward.registry.thing.ThingGroupName;
import io.fleetward.registry.thing.ThingName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON form of a change in the journal and in our own API. */
public final class ChangeJson {
    private static final String KIND = "kind";
    private static final String BEFORE = "before";
    private static final String AFTER = "after";
    private static final String CERTIFICATE = "certificateId";
    private static final String THING = "thingName";
    private static final String GROUPS = "thingGroupNames";
    private static final String POLICY = "policyName";

    private ChangeJson() {}

    public static ObjectNode write(Change change) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        return switch (change) {
            case Change.CertificateStatusSet(var certificate, var before, var after) ->
                json.put(KIND, "CERTIFICATE_STATUS_SET")
                        .put(CERTIFICATE, certificate.value())
                        .put(BEFORE, before.name())
                        .put(AFTER, after.name());
            case Change.CaStatusSet(var certificate, var before, var after) ->
                json.put(KIND, "CA_STATUS_SET")
                        .put(CERTIFICATE, certificate.value())
                        .put(BEFORE, before.name())
                        .put(AFTER, after.name());
            case Change.GroupsJoined(var thing, var groups) ->
                membership(json.put(KIND, "GROUPS_JOINED"), thing, groups);
            case Change.GroupsLeft(var thing, var groups) -> membership(json.put(KIND, "GROUPS_LEFT"), thing, groups);
            case Change.PolicyVersionAdded(String policy, int before, int after) ->
                json.put(KIND, "POLICY_VERSION_ADDED")
                        .put(POLICY, policy)
                        .put(BEFORE, before)
                        .put(AFTER, after);
            case Change.PolicyVersionRestored(String policy, int before, int after) ->
                json.put(KIND, "POLICY_VERSION_RESTORED")
                        .put(POLICY, policy)
                        .put(BEFORE, before)
                        .put(AFTER, after);
            case Change.LoggingSet(LoggingOptions before, LoggingOptions after) -> {
                json.put(KIND, "LOGGING_SET");
                json.set(BEFORE, logging(before));
                json.set(AFTER, logging(after));
                yield json;
            }
            case Change.FindingPublished(String topicArn, String message) ->
                json.put(KIND, "FINDING_PUBLISHED").put("topicArn", topicArn).put("message", message);
        };
    }

    /** Reads back what {@link #write} wrote. */
    public static Change read(JsonNode json) {
        String kind = text(json, KIND);
        return switch (kind) {
            case "CERTIFICATE_STATUS_SET" ->
                new Change.CertificateStatusSet(
                        new CertificateId(text(json, CERTIFICATE)),
                        CertificateStatus.valueOf(text(json, BEFORE)),
                        CertificateStatus.valueOf(text(json, AFTER)));
            case "CA_STATUS_SET" ->
                new Change.CaStatusSet(
                        new CaCertificateId(text(json, CERTIFICATE)),
                        CaStatus.valueOf(text(json, BEFORE)),
                        CaStatus.valueOf(text(json, AFTER)));
            case "GROUPS_JOINED" -> new Change.GroupsJoined(new ThingName(text(json, THING)), groups(json));
            case "GROUPS_LEFT" -> new Change.GroupsLeft(new ThingName(text(json, THING)), groups(json));
            case "POLICY_VERSION_ADDED" ->
                new Change.PolicyVersionAdded(
                        text(json, POLICY),
                        json.get(BEFORE).intValue(),
                        json.get(AFTER).intValue());
            case "POLICY_VERSION_RESTORED" ->
                new Change.PolicyVersionRestored(
                        text(json, POLICY),
                        json.get(BEFORE).intValue(),
                        json.get(AFTER).intValue());
            case "LOGGING_SET" -> new Change.LoggingSet(logging(json.get(BEFORE)), logging(json.get(AFTER)));
            case "FINDING_PUBLISHED" -> new Change.FindingPublished(text(json, "topicArn"), text(json, "message"));
            default -> throw new IllegalStateException("the journal holds an unknown kind of change: " + kind);
        };
    }

    private static ObjectNode membership(ObjectNode json, ThingName thing, List<ThingGroupName> groups) {
        ArrayNode names = json.put(THING, thing.value()).putArray(GROUPS);
        groups.forEach(group -> names.add(group.value()));
        return json;
    }

    private static List<ThingGroupName> groups(JsonNode json) {
        var groups = new ArrayList<ThingGroupName>();
        json.get(GROUPS).forEach(name -> groups.add(new ThingGroupName(name.stringValue())));
        return groups;
    }

    private static ObjectNode logging(LoggingOptions options) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        putIfPresent(json, "roleArn", options.roleArn());
        putIfPresent(json, "defaultLogLevel", name(options.defaultLevel()));
        json.put("disableAllLogs", options.disableAllLogs());
        ArrayNode events = json.putArray("eventConfigurations");
        for (EventLogging event : options.events()) {
            ObjectNode item = events.addObject().put("eventType", event.eventType());
            putIfPresent(item, "logLevel", name(event.level()));
            putIfPresent(item, "logDestination", event.destination());
        }
        return json;
    }

    private static LoggingOptions logging(JsonNode json) {
        var events = new ArrayList<EventLogging>();
        for (JsonNode item : json.get("eventConfigurations")) {
            events.add(new EventLogging(
                    text(item, "eventType"), level(item, "logLevel"), textOrNull(item, "logDestination")));
        }
        return new LoggingOptions(
                textOrNull(json, "roleArn"),
                level(json, "defaultLogLevel"),
                json.get("disableAllLogs").booleanValue(),
                events);
    }

    private static void putIfPresent(ObjectNode json, String member, @Nullable String value) {
        if (value != null) {
            json.put(member, value);
        }
    }

    private static @Nullable String name(@Nullable LogLevel level) {
        return level == null ? null : level.name();
    }

    private static @Nullable LogLevel level(JsonNode json, String member) {
        String name = textOrNull(json, member);
        return name == null ? null : LogLevel.valueOf(name);
    }

    private static String text(JsonNode json, String member) {
        return json.get(member).stringValue();
    }

    private static @Nullable String textOrNull(JsonNode json, String member) {
        JsonNode value = json.get(member);
        return value == null ? null : value.stringValue();
    }
}
