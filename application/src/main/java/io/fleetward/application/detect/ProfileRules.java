// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

import static io.fleetward.application.registry.RegistryRefusals.invalid;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.fleetward.application.detect.ProfileDraft.RetainDraft;
import io.fleetward.detect.behavior.Behavior;
import io.fleetward.detect.behavior.BehaviorDraft;
import io.fleetward.detect.behavior.BehaviorDraft.DimensionDraft;
import io.fleetward.detect.behavior.BehaviorNames;
import io.fleetward.detect.behavior.BehaviorRules;
import io.fleetward.detect.behavior.CheckedBehaviors;
import io.fleetward.detect.behavior.MeasurandCheck;
import io.fleetward.detect.metric.Measurand;
import io.fleetward.detect.profile.AlertTarget;
import io.fleetward.detect.profile.MetricsExport;
import io.fleetward.detect.profile.ProfileContent;
import io.fleetward.detect.profile.RetainedMetric;
import io.fleetward.detect.profile.RetainedMetrics;
import io.fleetward.kernel.Arn;
import io.fleetward.kernel.Problem;
import io.fleetward.kernel.topic.TopicName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes the content of a security profile from what a user sent, or refuses with everything that is wrong with it.
 * Confined to one transaction, like the names that may be used.
 */
final class ProfileRules {
    private static final String SNS = "SNS";
    /** As long as a single validation error may be. */
    private static final int LONGEST_REFUSAL = 2048;
    /** In bytes. */
    private static final int LONGEST_TOPIC = 512;

    private final BehaviorRules behaviors;
    private final BehaviorNames names;

    ProfileRules(BehaviorRules behaviors, BehaviorNames names) {
        this.behaviors = behaviors;
        this.names = names;
    }

    /** The content of a new profile. */
    ProfileContent content(ProfileDraft draft) {
        return requireExport(sent(draft));
    }

    /** The content of a profile after an update. */
    ProfileContent content(ProfileContent current, ProfileUpdate update) {
        requireOneWish(
                "behaviors",
                update.draft().behaviors(),
                "deleteBehaviors",
                update.removals().behaviors());
        requireOneWish(
                "alertTargets",
                update.draft().alertTargets(),
                "deleteAlertTargets",
                update.removals().alertTargets());
        Object retain = update.draft().retained() == null
                ? update.draft().retainedNames()
                : update.draft().retained();
        requireOneWish(
                "additionalMetricsToRetain",
                retain,
                "deleteAdditionalMetricsToRetain",
                update.removals().retained());
        requireOneWish(
                "metricsExportConfig",
                update.draft().export(),
                "deleteMetricsExportConfig",
                update.removals().export());
        ProfileContent sent = sent(update.draft());
        return requireExport(new ProfileContent(
                sent.description() == null ? current.description() : sent.description(),
                choose(update.removals().behaviors(), sent.behaviors(), current.behaviors()),
                choose(update.removals().alertTargets(), sent.alertTargets(), current.alertTargets()),
                choose(update.removals().retained(), sent.retainedMetrics(), current.retainedMetrics()),
                choose(update.removals().export(), sent.export(), current.export())));
    }

    private ProfileContent sent(ProfileDraft draft) {
        return new ProfileContent(
                draft.description(),
                behaviors(draft.behaviors()),
                alertTargets(draft.alertTargets()),
                retained(draft),
                export(draft.export()));
    }

    private static ProfileContent requireExport(ProfileContent content) {
        if (content.export() == null && !content.markedForExport().isEmpty()) {
            throw invalid("exportMetric needs the profile's metricsExportConfig");
        }
        return content;
    }

    private static <T> @Nullable T choose(boolean isRemoved, @Nullable T sent, @Nullable T current) {
        if (isRemoved) {
            return null;
        }
        return sent == null ? current : sent;
    }

    private static void requireOneWish(String member, @Nullable Object sent, String removal, boolean isRemoved) {
        if (isRemoved && sent != null) {
            throw invalid(member + " must not be given together with " + removal);
        }
    }

    private @Nullable List<Behavior> behaviors(@Nullable List<BehaviorDraft> drafts) {
        if (drafts == null) {
            return null;
        }
        CheckedBehaviors checked = behaviors.check(drafts, names);
        if (!checked.isValid()) {
            String problems = checked.problems().stream().map(Problem::toString).collect(Collectors.joining("; "));
            throw invalid(problems.substring(0, Math.min(problems.length(), LONGEST_REFUSAL)));
        }
        return checked.behaviors();
    }

    private static @Nullable Map<String, AlertTarget> alertTargets(@Nullable Map<String, AlertTarget> targets) {
        if (targets == null) {
            return null;
        }
        targets.forEach((kind, target) -> {
            if (!SNS.equals(kind)) {
                throw invalid("alertTargets: " + kind + " is not a kind of alert target, only " + SNS + " is");
            }
            requireArn("alertTargets." + SNS + ".alertTargetArn", target.topicArn(), Arn::isTopic, "an SNS topic");
            requireArn("alertTargets." + SNS + ".roleArn", target.roleArn(), Arn::isRole, "an IAM role");
        });
        return targets;
    }

    private static void requireArn(String member, String text, Predicate<Arn> form, String what) {
        Arn arn = Arn.parse(text);
        if (arn == null || !form.test(arn)) {
            throw invalid(member + " must be the ARN of " + what + ": " + text);
        }
    }

    private @Nullable RetainedMetrics retained(ProfileDraft draft) {
        if (draft.retained() == null && draft.retainedNames() == null) {
            return null;
        }
        var metrics = new LinkedHashMap<Measurand, RetainedMetric>();
        if (draft.retainedNames() != null) {
            for (String name : draft.retainedNames()) {
                Measurand measurand = measurand("additionalMetricsToRetain", name, null);
                metrics.put(measurand, new RetainedMetric(measurand, null));
            }
        }
        if (draft.retained() != null) {
            for (RetainDraft one : draft.retained()) {
                RetainedMetric retained = retained(one);
                metrics.put(retained.measurand(), retained);
            }
        }
        return new RetainedMetrics(List.copyOf(metrics.values()), draft.retained() == null);
    }

    private RetainedMetric retained(RetainDraft draft) {
        return new RetainedMetric(
                measurand("additionalMetricsToRetainV2", draft.metric(), draft.dimension()), draft.exportMetric());
    }

    private Measurand measurand(String member, @Nullable String metric, @Nullable DimensionDraft dimension) {
        Measurand measurand = new MeasurandCheck(names, problem -> {
                    throw invalid(member + ": " + problem);
                })
                .run(metric, dimension);
        return Objects.requireNonNull(measurand, "either a problem was told or there is something to measure");
    }

    private static @Nullable MetricsExport export(@Nullable MetricsExport export) {
        if (export != null) {
            requireTopic(export.topic());
            requireArn("metricsExportConfig.roleArn", export.roleArn(), Arn::isRole, "an IAM role");
        }
        return export;
    }

    /** Device Defender's own topics are for devices, and a rule's topic for what rules are not built here. */
    private static void requireTopic(String topic) {
        String member = "metricsExportConfig.mqttTopic";
        TopicName name = TopicName.parse(topic);
        if (name == null || topic.getBytes(UTF_8).length > LONGEST_TOPIC) {
            throw invalid(member + " must be a topic of 1 to " + LONGEST_TOPIC + " bytes without # and +: " + topic);
        }
        if (name.isReserved()) {
            throw invalid(member + " must not begin with $: values are published on ordinary topics only: " + topic);
        }
    }
}
