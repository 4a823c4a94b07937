// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.mitigation;

import io.fleetward.audit.CheckName;
import io.fleetward.audit.ReasonCode;
import io.fleetward.mitigation.action.ActionDefinition;
import io.fleetward.mitigation.action.ActionParamsJson;
import io.fleetward.mitigation.task.FindingTarget;
import io.fleetward.mitigation.task.MitigationOrder;
import io.fleetward.mitigation.task.MitigationOrder.OnFindings;
import io.fleetward.mitigation.task.MitigationOrder.OnViolations;
import io.fleetward.mitigation.task.Rollout;
import io.fleetward.mitigation.task.ViolationTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON form of orders, actions and rollouts in the table of tasks. */
final class OrderJson {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private OrderJson() {}

    static String write(MitigationOrder order) {
        ObjectNode json = MAPPER.createObjectNode();
        switch (order) {
            case OnFindings(var target, var actions) -> {
                json.set("findings", write(target));
                ArrayNode mapping = json.putArray("mapping");
                actions.forEach((check, names) ->
                        texts(mapping.addObject().put("check", check.value()).putArray("actions"), names));
            }
            case OnViolations onViolations -> {
                json.set("violations", write(onViolations.target()));
                texts(json.putArray("actions"), onViolations.actions());
                MitigationOrder.Range range = onViolations.range();
                if (range != null) {
                    json.put("from", range.from().toEpochMilli());
                    json.put("to", range.to().toEpochMilli());
                }
                json.put("onlyActive", onViolations.isOnlyActive());
                json.put("withSuppressed", onViolations.isWithSuppressed());
            }
        }
        return json.toString();
    }

    static MitigationOrder read(String text) {
        JsonNode json = MAPPER.readTree(text);
        if (json.has("findings")) {
            var mapping = new LinkedHashMap<CheckName, List<String>>();
            for (JsonNode each : json.get("mapping")) {
                mapping.put(new CheckName(each.get("check").stringValue()), texts(each.get("actions")));
            }
            return new OnFindings(findings(json.get("findings")), mapping);
        }
        MitigationOrder.Range range = json.has("from")
                ? new MitigationOrder.Range(
                        Instant.ofEpochMilli(json.get("from").longValue()),
                        Instant.ofEpochMilli(json.get("to").longValue()))
                : null;
        return new OnViolations(
                violations(json.get("violations")),
                texts(json.get("actions")),
                range,
                json.get("onlyActive").booleanValue(),
                json.get("withSuppressed").booleanValue());
    }

    static String write(List<ActionDefinition> actions) {
        ArrayNode json = MAPPER.createArrayNode();
        for (ActionDefinition action : actions) {
            json.addObject()
                    .put("name", action.name())
                    .put("id", action.id())
                    .put("role", action.roleArn())
                    .set("params", ActionParamsJson.write(action.params()));
        }
        return json.toString();
    }

    static List<ActionDefinition> actions(String text) {
        var actions = new ArrayList<ActionDefinition>();
        for (JsonNode each : MAPPER.readTree(text)) {
            actions.add(new ActionDefinition(
                    each.get("name").stringValue(),
                    each.get("id").stringValue(),
                    each.get("role").stringValue(),
                    ActionParamsJson.read(each.get("params"))));
        }
        return actions;
    }

    static @Nullable String write(@Nullable Rollout rollout) {
        if (rollout == null) {
            return null;
        }
        return MAPPER.createObjectNode()
                .put("batchSize", rollout.batchSize())
                .put("pauseMillis", rollout.pause().toMillis())
                .put("toleratedFailures", rollout.toleratedFailures())
                .toString();
    }

    static @Nullable Rollout rollout(@Nullable String text) {
        if (text == null) {
            return null;
        }
        JsonNode json = MAPPER.readTree(text);
        return new Rollout(
                json.get("batchSize").intValue(),
                Duration.ofMillis(json.get("pauseMillis").longValue()),
                json.get("toleratedFailures").intValue());
    }

    private static ObjectNode write(FindingTarget target) {
        ObjectNode json = MAPPER.createObjectNode();
        switch (target) {
            case FindingTarget.OfAudit(String id, var reasonCodes) -> {
                json.put("auditTaskId", id);
                ObjectNode codes = json.putObject("reasonCodes");
                reasonCodes.forEach((check, wanted) -> texts(
                        codes.putArray(check.value()),
                        wanted.stream().map(ReasonCode::value).sorted().toList()));
            }
            case FindingTarget.OfFindings(var ids) -> texts(json.putArray("findingIds"), ids);
        }
        return json;
    }

    private static FindingTarget findings(JsonNode json) {
        if (json.has("findingIds")) {
            return new FindingTarget.OfFindings(texts(json.get("findingIds")));
        }
        var codes = new HashMap<CheckName, Set<ReasonCode>>();
        json.get("reasonCodes")
                .propertyStream()
                .forEach(each -> codes.put(
                        new CheckName(each.getKey()),
                        texts(each.getValue()).stream().map(ReasonCode::new).collect(Collectors.toSet())));
        return new FindingTarget.OfAudit(json.get("auditTaskId").stringValue(), codes);
    }

    private static ObjectNode write(ViolationTarget target) {
        ObjectNode json = MAPPER.createObjectNode();
        switch (target) {
            case ViolationTarget.OfViolations(var ids) -> texts(json.putArray("violationIds"), ids);
            case ViolationTarget.OfProfile(String profile, var behavior) -> {
                json.put("profile", profile);
                if (behavior != null) {
                    json.put("behavior", behavior);
                }
            }
        }
        return json;
    }

    private static ViolationTarget violations(JsonNode json) {
        if (json.has("violationIds")) {
            return new ViolationTarget.OfViolations(texts(json.get("violationIds")));
        }
        return new ViolationTarget.OfProfile(
                json.get("profile").stringValue(),
                json.has("behavior") ? json.get("behavior").stringValue() : null);
    }

    private static void texts(ArrayNode array, List<String> values) {
        values.forEach(array::add);
    }

    private static List<String> texts(JsonNode array) {
        var values = new ArrayList<String>();
        array.forEach(each -> values.add(each.stringValue()));
        return values;
    }
}
