// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.detect;

import io.fleetward.detect.behavior.Behavior;
import io.fleetward.detect.behavior.BehaviorJson;
import io.fleetward.detect.dimension.DimensionOperator;
import io.fleetward.detect.dimension.MetricDimension;
import io.fleetward.detect.metric.CustomMetric;
import io.fleetward.detect.metric.CustomMetricType;
import io.fleetward.detect.metric.Measurand;
import io.fleetward.detect.metric.Metric;
import io.fleetward.detect.metric.Metrics;
import io.fleetward.detect.profile.AlertTarget;
import io.fleetward.detect.profile.MetricsExport;
import io.fleetward.detect.profile.ProfileContent;
import io.fleetward.detect.profile.RetainedMetric;
import io.fleetward.detect.profile.RetainedMetrics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The document of a security profile; members that were never set are left out. */
final class ProfileJson {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private ProfileJson() {}

    static String write(ProfileContent content) {
        ObjectNode json = MAPPER.createObjectNode();
        if (content.description() != null) {
            json.put("description", content.description());
        }
        if (content.behaviors() != null) {
            ArrayNode behaviors = json.putArray("behaviors");
            content.behaviors().forEach(behavior -> behaviors.add(BehaviorJson.write(behavior)));
        }
        if (content.alertTargets() != null) {
            ObjectNode targets = json.putObject("alertTargets");
            content.alertTargets()
                    .forEach((kind, target) -> targets.putObject(kind)
                            .put("alertTargetArn", target.topicArn())
                            .put("roleArn", target.roleArn()));
        }
        if (content.retainedMetrics() != null) {
            ObjectNode retained = json.putObject("retained");
            retained.put("isPlainList", content.retainedMetrics().isPlainList());
            ArrayNode metrics = retained.putArray("metrics");
            content.retainedMetrics().metrics().forEach(metric -> write(metric, metrics.addObject()));
        }
        if (content.export() != null) {
            json.putObject("export")
                    .put("topic", content.export().topic())
                    .put("roleArn", content.export().roleArn());
        }
        return json.toString();
    }

    static ProfileContent read(String text) {
        JsonNode json = MAPPER.readTree(text);
        JsonNode description = json.get("description");
        return new ProfileContent(
                description == null ? null : description.stringValue(),
                behaviors(json.get("behaviors")),
                alertTargets(json.get("alertTargets")),
                retained(json.get("retained")),
                export(json.get("export")));
    }

    private static @Nullable List<Behavior> behaviors(@Nullable JsonNode json) {
        if (json == null) {
            return null;
        }
        var behaviors = new ArrayList<Behavior>();
        json.forEach(behavior -> behaviors.add(BehaviorJson.read(behavior)));
        return behaviors;
    }

    private static @Nullable Map<String, AlertTarget> alertTargets(@Nullable JsonNode json) {
        if (json == null) {
            return null;
        }
        var targets = new HashMap<String, AlertTarget>();
        json.forEachEntry((kind, target) -> targets.put(
                kind,
                new AlertTarget(
                        target.get("alertTargetArn").stringValue(),
                        target.get("roleArn").stringValue())));
        return targets;
    }

    private static @Nullable RetainedMetrics retained(@Nullable JsonNode json) {
        if (json == null) {
            return null;
        }
        var metrics = new ArrayList<RetainedMetric>();
        json.get("metrics").forEach(metric -> {
            JsonNode isExported = metric.get("export");
            metrics.add(new RetainedMetric(measurand(metric), isExported == null ? null : isExported.booleanValue()));
        });
        return new RetainedMetrics(metrics, json.get("isPlainList").booleanValue());
    }

    private static @Nullable MetricsExport export(@Nullable JsonNode json) {
        return json == null
                ? null
                : new MetricsExport(
                        json.get("topic").stringValue(), json.get("roleArn").stringValue());
    }

    private static void write(RetainedMetric metric, ObjectNode json) {
        Measurand measurand = metric.measurand();
        if (metric.exportMetric() != null) {
            json.put("export", metric.exportMetric());
        }
        json.put("metric", measurand.metric().name());
        if (measurand.metric() instanceof CustomMetric custom) {
            json.put("type", custom.type().name());
        }
        if (measurand.dimension() != null) {
            json.put("dimension", measurand.dimension().name());
            json.put("operator", measurand.dimension().operator().name());
        }
    }

    /** Older documents have just the name of a metric. */
    private static Measurand measurand(JsonNode json) {
        if (json.isString()) {
            return Measurand.of(known(json.stringValue()));
        }
        String name = json.get("metric").stringValue();
        JsonNode type = json.get("type");
        JsonNode dimension = json.get("dimension");
        return new Measurand(
                type == null ? known(name) : new CustomMetric(name, CustomMetricType.valueOf(type.stringValue())),
                dimension == null
                        ? null
                        : new MetricDimension(
                                dimension.stringValue(),
                                DimensionOperator.valueOf(json.get("operator").stringValue())));
    }

    private static Metric known(String name) {
        Metric metric = Metrics.find(name);
        if (metric == null) {
            throw new IllegalStateException("a stored profile retains an unknown metric: " + name);
        }
        return metric;
    }
}
