// SPDX-License-Identifier: Apache-2.0
package io.fleetward.mitigation.action;

import io.fleetward.registry.account.LogLevel;
import io.fleetward.registry.thing.ThingGroupName;
import java.util.ArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON form of parameters in stored actions and tasks; its members are those of the API. */
public final class ActionParamsJson {
    private static final String DEVICE = "updateDeviceCertificateParams";
    private static final String CA = "updateCACertificateParams";
    private static final String GROUPS = "addThingsToThingGroupParams";
    private static final String POLICY = "replaceDefaultPolicyVersionParams";
    private static final String LOGGING = "enableIoTLoggingParams";
    private static final String TOPIC = "publishFindingToSnsParams";

    private ActionParamsJson() {}

    public static ObjectNode write(ActionParams params) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        switch (params) {
            case UpdateDeviceCertificate _ -> json.putObject(DEVICE);
            case UpdateCaCertificate _ -> json.putObject(CA);
            case AddThingsToThingGroup(var groups, var override) -> {
                ObjectNode member = json.putObject(GROUPS);
                ArrayNode names = member.putArray("thingGroupNames");
                groups.forEach(group -> names.add(group.value()));
                if (override != null) {
                    member.put("overrideDynamicGroups", override);
                }
            }
            case ReplaceDefaultPolicyVersion _ -> json.putObject(POLICY);
            case EnableIotLogging(String roleArn, LogLevel level) ->
                json.putObject(LOGGING).put("roleArnForLogging", roleArn).put("logLevel", level.name());
            case PublishFindingToSns(String topicArn) -> json.putObject(TOPIC).put("topicArn", topicArn);
        }
        return json;
    }

    /** Reads back what {@link #write} wrote. */
    public static ActionParams read(JsonNode json) {
        String member = json.propertyNames().iterator().next();
        JsonNode value = json.get(member);
        return switch (member) {
            case DEVICE -> new UpdateDeviceCertificate();
            case CA -> new UpdateCaCertificate();
            case GROUPS -> groups(value);
            case POLICY -> new ReplaceDefaultPolicyVersion();
            case LOGGING ->
                new EnableIotLogging(
                        value.get("roleArnForLogging").stringValue(),
                        LogLevel.valueOf(value.get("logLevel").stringValue()));
            case TOPIC -> new PublishFindingToSns(value.get("topicArn").stringValue());
            default -> throw new IllegalStateException("a stored action has unknown parameters: " + member);
        };
    }

    private static AddThingsToThingGroup groups(JsonNode value) {
        var groups = new ArrayList<ThingGroupName>();
        value.get("thingGroupNames").forEach(name -> groups.add(new ThingGroupName(name.stringValue())));
        JsonNode override = value.get("overrideDynamicGroups");
        return new AddThingsToThingGroup(groups, override == null ? null : override.booleanValue());
    }
}
