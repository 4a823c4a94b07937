// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import io.fleetward.application.detect.ProfileDraft;
import io.fleetward.application.detect.ProfileDraft.RetainDraft;
import io.fleetward.application.detect.ProfileUpdate;
import io.fleetward.application.detect.ProfileUpdate.Removals;
import io.fleetward.aws.model.iot.AlertTarget;
import io.fleetward.aws.model.iot.Behavior;
import io.fleetward.aws.model.iot.CreateSecurityProfileRequest;
import io.fleetward.aws.model.iot.MetricToRetain;
import io.fleetward.aws.model.iot.MetricsExportConfig;
import io.fleetward.aws.model.iot.UpdateSecurityProfileRequest;
import io.fleetward.detect.profile.MetricsExport;
import io.fleetward.detect.profile.RetainedMetrics;
import io.fleetward.detect.profile.SecurityProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Translates the parts of security profiles, from what was sent and to what is shown. */
final class ProfileRecords {
    private ProfileRecords() {}

    static ProfileDraft draft(CreateSecurityProfileRequest sent) {
        return new ProfileDraft(
                sent.securityProfileDescription(),
                BehaviorRecords.drafts(sent.behaviors()),
                alertTargets(sent.alertTargets()),
                sent.additionalMetricsToRetain(),
                retained(sent.additionalMetricsToRetainV2()),
                export(sent.metricsExportConfig()));
    }

    static ProfileUpdate update(UpdateSecurityProfileRequest sent) {
        var draft = new ProfileDraft(
                sent.securityProfileDescription(),
                BehaviorRecords.drafts(sent.behaviors()),
                alertTargets(sent.alertTargets()),
                sent.additionalMetricsToRetain(),
                retained(sent.additionalMetricsToRetainV2()),
                export(sent.metricsExportConfig()));
        var removals = new Removals(
                Boolean.TRUE.equals(sent.deleteBehaviors()),
                Boolean.TRUE.equals(sent.deleteAlertTargets()),
                Boolean.TRUE.equals(sent.deleteAdditionalMetricsToRetain()),
                Boolean.TRUE.equals(sent.deleteMetricsExportConfig()));
        return new ProfileUpdate(sent.securityProfileName(), draft, removals, sent.expectedVersion());
    }

    static @Nullable List<Behavior> shownBehaviors(SecurityProfile profile) {
        var behaviors = profile.content().behaviors();
        return behaviors == null
                ? null
                : behaviors.stream().map(BehaviorRecords::shown).toList();
    }

    static @Nullable Map<String, AlertTarget> shownAlertTargets(SecurityProfile profile) {
        if (profile.content().alertTargets() == null) {
            return null;
        }
        var shown = new HashMap<String, AlertTarget>();
        profile.content()
                .alertTargets()
                .forEach((kind, target) -> shown.put(kind, new AlertTarget(target.topicArn(), target.roleArn())));
        return shown;
    }

    /** The retained metrics in the older form, if that is how they were sent. */
    static @Nullable List<String> shownNames(SecurityProfile profile) {
        RetainedMetrics retained = profile.content().retainedMetrics();
        return retained == null || !retained.isPlainList()
                ? null
                : retained.measurands().stream()
                        .map(measurand -> measurand.metric().name())
                        .toList();
    }

    /** The retained metrics in the newer form, if that is how they were sent. */
    static @Nullable List<MetricToRetain> shownRetained(SecurityProfile profile) {
        RetainedMetrics retained = profile.content().retainedMetrics();
        return retained == null || retained.isPlainList()
                ? null
                : retained.metrics().stream()
                        .map(metric -> new MetricToRetain(
                                metric.measurand().metric().name(),
                                BehaviorRecords.shownDimension(metric.measurand()),
                                metric.exportMetric()))
                        .toList();
    }

    static @Nullable MetricsExportConfig shownExport(SecurityProfile profile) {
        MetricsExport export = profile.content().export();
        return export == null ? null : new MetricsExportConfig(export.topic(), export.roleArn());
    }

    private static @Nullable Map<String, io.fleetward.detect.profile.AlertTarget> alertTargets(
            @Nullable Map<String, AlertTarget> sent) {
        if (sent == null) {
            return null;
        }
        var targets = new HashMap<String, io.fleetward.detect.profile.AlertTarget>();
        sent.forEach((kind, target) -> targets.put(
                kind, new io.fleetward.detect.profile.AlertTarget(target.alertTargetArn(), target.roleArn())));
        return targets;
    }

    private static @Nullable List<RetainDraft> retained(@Nullable List<MetricToRetain> sent) {
        return sent == null
                ? null
                : sent.stream()
                        .map(one -> new RetainDraft(
                                one.metric(), BehaviorRecords.dimension(one.metricDimension()), one.exportMetric()))
                        .toList();
    }

    private static @Nullable MetricsExport export(@Nullable MetricsExportConfig sent) {
        return sent == null ? null : new MetricsExport(sent.mqttTopic(), sent.roleArn());
    }
}
