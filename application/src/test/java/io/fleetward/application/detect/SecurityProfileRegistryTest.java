// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

import static io.fleetward.application.detect.Drafts.behavior;
import static io.fleetward.application.detect.Drafts.nothing;
import static io.fleetward.application.detect.Drafts.profile;
import static io.fleetward.application.detect.Drafts.tinyMessages;
import static io.fleetward.application.detect.Drafts.update;
import static io.fleetward.application.detect.Drafts.within;
import static io.fleetward.application.detect.ViolationBuilder.HERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fleetward.application.detect.ProfileDraft.RetainDraft;
import io.fleetward.application.detect.ProfileUpdate.Removals;
import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IotError;
import io.fleetward.application.registry.RegistryStores;
import io.fleetward.application.registry.tag.ResourceTags;
import io.fleetward.detect.behavior.Behavior;
import io.fleetward.detect.behavior.BehaviorDraft;
import io.fleetward.detect.behavior.BehaviorDraft.DimensionDraft;
import io.fleetward.detect.behavior.BehaviorRules;
import io.fleetward.detect.metric.CustomMetric;
import io.fleetward.detect.metric.CustomMetricType;
import io.fleetward.detect.metric.DisconnectsMetric;
import io.fleetward.detect.metric.Measurand;
import io.fleetward.detect.metric.MessagesSentMetric;
import io.fleetward.detect.profile.AlertTarget;
import io.fleetward.detect.profile.MetricsExport;
import io.fleetward.detect.profile.RetainedMetric;
import io.fleetward.detect.profile.SecurityProfile;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.PageRequest;
import io.fleetward.testkit.VirtualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SecurityProfileRegistryTest {
    private static final String ROLE = "arn:aws:iam::111122223333:role/export";
    private static final AlertTarget ALARMS =
            new AlertTarget("arn:aws:sns:eu-west-1:111122223333:alarms", "arn:aws:iam::111122223333:role/alarms");

    private final RegistryStores registry = RegistryStores.inMemory();
    private final VirtualClock clock = VirtualClock.atStart();
    private final List<AccountRegion> refreshed = new ArrayList<>();
    private final DetectStores stores = InMemoryDetectStores.create();
    private final Definitions catalog = new Definitions(registry.transactions(), stores);
    private final SecurityProfileRegistry profiles = new SecurityProfileRegistry(
            registry.transactions(),
            stores,
            BehaviorRules.AWS,
            new ResourceTags(registry.tags()),
            refreshed::add,
            clock);

    private static void refuses(IotError code, String text, ThrowingCallable call) {
        assertThatExceptionOfType(ApiException.class).isThrownBy(call).satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.text()).contains(text);
        });
    }

    private static ProfileDraft retaining(List<String> names, List<RetainDraft> retained) {
        return new ProfileDraft(
                null, null, null, names.isEmpty() ? null : names, retained.isEmpty() ? null : retained, null);
    }

    private Map<String, String> tagsOf(SecurityProfile profile) {
        return registry.read(tx -> registry.tags().of(tx, HERE, profile.arn()));
    }

    private SecurityProfile create(String name, BehaviorDraft... behaviors) {
        return profiles.create(HERE, name, profile(behaviors), Map.of());
    }

    @Test
    void createsAProfileOfVersionOne() {
        SecurityProfile created = create("TinyMessages", tinyMessages());

        assertThat(created.version()).isEqualTo(1);
        assertThat(created.arn()).hasToString("arn:aws:iot:eu-west-1:111122223333:securityprofile/TinyMessages");
        assertThat(created.createdAt()).isEqualTo(clock.instant()).isEqualTo(created.modifiedAt());
        assertThat(profiles.describe(HERE, "TinyMessages")).isEqualTo(created);
    }

    @Test
    void createsAProfileThatOnlyRetainsMetrics() {
        var draft = retaining(List.of("aws:num-disconnects"), List.of());

        SecurityProfile created = profiles.create(HERE, "p", draft, Map.of("team", "water"));

        assertThat(created.content().behaviors()).isNull();
        assertThat(Objects.requireNonNull(created.content().retainedMetrics()).isPlainList())
                .isTrue();
        assertThat(tagsOf(created)).containsEntry("team", "water");
    }

    @Test
    void refusesANameThatIsTaken() {
        create("p");

        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> create("p"))
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo(IotError.RESOURCE_ALREADY_EXISTS);
                    assertThat(refusal.members())
                            .containsEntry("resourceId", "p")
                            .containsEntry("resourceArn", "arn:aws:iot:eu-west-1:111122223333:securityprofile/p");
                });
    }

    @Test
    void refusesBehaviorsWithEverythingThatIsWrongWithThem() {
        refuses(
                IotError.INVALID_REQUEST,
                "Behavior a: metric aws:nothing is not a valid metric; Behavior b: metric x is not a valid metric",
                () -> create("p", behavior("a", "aws:nothing", "less-than", 1), behavior("b", "x", "less-than", 1)));
        refuses(IotError.RESOURCE_NOT_FOUND, "p", () -> profiles.describe(HERE, "p"));
    }

    @Test
    void refusesWhatIsNotBuiltByItsName() {
        refuses(
                IotError.INVALID_REQUEST,
                "additionalMetricsToRetainV2: dimension Topics does not exist",
                () -> profiles.create(
                        HERE,
                        "p",
                        retaining(
                                List.of(),
                                List.of(new RetainDraft(
                                        "aws:num-messages-sent", new DimensionDraft("Topics", null), null))),
                        Map.of()));
        refuses(
                IotError.INVALID_REQUEST,
                "additionalMetricsToRetain: metric aws:nothing is not a valid metric",
                () -> profiles.create(HERE, "p", retaining(List.of("aws:nothing"), List.of()), Map.of()));
        refuses(
                IotError.INVALID_REQUEST,
                "metric cpu is not a valid metric",
                () -> profiles.create(
                        HERE, "p", retaining(List.of(), List.of(new RetainDraft("cpu", null, null))), Map.of()));
    }

    @Test
    void refusesAlertTargetsThatAreNone() {
        var noTopic = new AlertTarget("arn:aws:sqs:eu-west-1:111122223333:q", ALARMS.roleArn());
        var noRole = new AlertTarget(ALARMS.topicArn(), "arn:aws:iam::111122223333:user/alarms");

        refuses(
                IotError.INVALID_REQUEST,
                "only SNS is",
                () -> profiles.create(HERE, "p", alerting("SQS", ALARMS), Map.of()));
        refuses(
                IotError.INVALID_REQUEST,
                "alertTargets.SNS.alertTargetArn must be the ARN of an SNS topic",
                () -> profiles.create(HERE, "p", alerting("SNS", noTopic), Map.of()));
        refuses(
                IotError.INVALID_REQUEST,
                "alertTargets.SNS.roleArn must be the ARN of an IAM role",
                () -> profiles.create(HERE, "p", alerting("SNS", noRole), Map.of()));
    }

    private static ProfileDraft alerting(String kind, AlertTarget target) {
        return new ProfileDraft(null, null, Map.of(kind, target), null, null, null);
    }

    @Test
    void replacesWhatWasSentAndKeepsTheRest() {
        profiles.create(
                HERE,
                "p",
                new ProfileDraft("first", List.of(tinyMessages()), Map.of("SNS", ALARMS), null, null, null),
                Map.of());
        clock.advance(Duration.ofMinutes(1));

        SecurityProfile updated =
                profiles.update(HERE, update("p", behavior("sent", "aws:num-messages-sent", "less-than", 9)));

        assertThat(updated.version()).isEqualTo(2);
        assertThat(updated.modifiedAt()).isEqualTo(clock.instant());
        assertThat(updated.createdAt()).isBefore(updated.modifiedAt());
        assertThat(updated.content().description()).isEqualTo("first");
        assertThat(updated.content().alertTargets()).containsEntry("SNS", ALARMS);
        assertThat(updated.behaviors()).extracting(Behavior::name).containsExactly("sent");
        assertThat(profiles.describe(HERE, "p")).isEqualTo(updated);
        assertThat(refreshed).containsExactly(HERE);
    }

    @Test
    void removesWhatIsAskedToGo() {
        profiles.create(
                HERE,
                "p",
                new ProfileDraft(
                        "text",
                        List.of(tinyMessages()),
                        Map.of("SNS", ALARMS),
                        null,
                        List.of(new RetainDraft("aws:num-disconnects", null, null)),
                        null),
                Map.of());

        SecurityProfile updated =
                profiles.update(HERE, new ProfileUpdate("p", nothing(), new Removals(true, true, true, true), null));

        assertThat(updated.content().behaviors()).isNull();
        assertThat(updated.content().alertTargets()).isNull();
        assertThat(updated.content().retainedMetrics()).isNull();
        assertThat(updated.content().description()).isEqualTo("text");
    }

    @Test
    void refusesToReplaceAndRemoveAtOnce() {
        create("p");

        refuses(
                IotError.INVALID_REQUEST,
                "behaviors must not be given together with deleteBehaviors",
                () -> profiles.update(
                        HERE,
                        new ProfileUpdate(
                                "p", profile(tinyMessages()), new Removals(true, false, false, false), null)));
        refuses(
                IotError.INVALID_REQUEST,
                "alertTargets must not be given together with deleteAlertTargets",
                () -> profiles.update(
                        HERE,
                        new ProfileUpdate(
                                "p", alerting("SNS", ALARMS), new Removals(false, true, false, false), null)));
        refuses(
                IotError.INVALID_REQUEST,
                "deleteAdditionalMetricsToRetain",
                () -> profiles.update(
                        HERE,
                        new ProfileUpdate(
                                "p",
                                retaining(List.of("aws:num-disconnects"), List.of()),
                                new Removals(false, false, true, false),
                                null)));
    }

    @Test
    void refusesAnotherVersionThanTheExpectedOne() {
        create("p");

        refuses(
                IotError.VERSION_CONFLICT,
                "security profile p",
                () -> profiles.update(HERE, update("p", 2L, tinyMessages())));
        refuses(IotError.VERSION_CONFLICT, "security profile p", () -> profiles.delete(HERE, "p", 2L));
        assertThat(profiles.update(HERE, update("p", 1L, tinyMessages())).version())
                .isEqualTo(2);
        profiles.delete(HERE, "p", 2L);
        refuses(IotError.RESOURCE_NOT_FOUND, "p", () -> profiles.describe(HERE, "p"));
    }

    @Test
    void refusesToUpdateWhatDoesNotExist() {
        refuses(IotError.RESOURCE_NOT_FOUND, "p", () -> profiles.update(HERE, update("p", tinyMessages())));
    }

    @Test
    void takesAnUnknownProfileForDeleted() {
        profiles.delete(HERE, "p", 7L);

        assertThat(profiles.list(HERE, PageRequest.first(10)).items()).isEmpty();
    }

    @Test
    void deletesAProfileWithItsTags() {
        SecurityProfile created = profiles.create(HERE, "p", nothing(), Map.of("team", "water"));

        profiles.delete(HERE, "p", null);

        assertThat(tagsOf(created)).isEmpty();
        assertThat(registry.answer(tx -> profiles.exists(tx, HERE, "p"))).isFalse();
    }

    @Test
    void listsTheProfilesThatUseAMetric() {
        create("a", tinyMessages());
        create("b", behavior("sent", "aws:num-messages-sent", "less-than", 1));
        create("c", tinyMessages());
        profiles.create(HERE, "d", retaining(List.of("aws:message-byte-size"), List.of()), Map.of());

        var first = profiles.listUsingMetric(HERE, "aws:message-byte-size", PageRequest.first(2));
        var rest = profiles.listUsingMetric(HERE, "aws:message-byte-size", new PageRequest(2, first.next()));

        assertThat(first.items()).extracting(SecurityProfile::name).containsExactly("a", "c");
        assertThat(rest.items()).extracting(SecurityProfile::name).containsExactly("d");
        assertThat(rest.next()).isNull();
        refuses(
                IotError.RESOURCE_NOT_FOUND,
                "Metric nothing",
                () -> profiles.listUsingMetric(HERE, "nothing", PageRequest.first(1)));
        assertThat(profiles.listUsingMetric(HERE, "aws:source-ip-address", PageRequest.first(1))
                        .items())
                .isEmpty();
    }

    @Test
    void listsTheProfilesThatUseADimension() {
        catalog.define("Own", "own/#").define("Idle", "idle/#");
        create("a", within("Own", "IN", behavior("sent", "aws:num-messages-sent", "less-than", 1)));
        create("b", tinyMessages());
        var retained = new RetainDraft("aws:source-ip-address", new DimensionDraft("Own", "NOT_IN"), null);
        profiles.create(HERE, "c", retaining(List.of(), List.of(retained)), Map.of());

        assertThat(profiles.listUsingDimension(HERE, "Own", PageRequest.first(9))
                        .items())
                .extracting(SecurityProfile::name)
                .containsExactly("a", "c");
        assertThat(profiles.listUsingDimension(HERE, "Idle", PageRequest.first(9))
                        .items())
                .isEmpty();
        refuses(
                IotError.RESOURCE_NOT_FOUND,
                "Dimension Gone",
                () -> profiles.listUsingDimension(HERE, "Gone", PageRequest.first(1)));
    }

    @Test
    void tellsWhatIsInUse() {
        catalog.define("Own", "own/#").define(new CustomMetric("battery", CustomMetricType.NUMBER));
        create(
                "a",
                within("Own", "IN", behavior("sent", "aws:num-messages-sent", "less-than", 1)),
                behavior("low", "battery", "greater-than", 20));
        SecurityProfile profile = profiles.describe(HERE, "a");
        assertThat(profile.usesMetric("battery")).isTrue();
        assertThat(profile.usesMetric("ssids")).isFalse();
        assertThat(profile.usesDimension("Own")).isTrue();
        assertThat(profile.usesDimension("Other")).isFalse();
    }

    private static ProfileDraft exporting(@Nullable MetricsExport export) {
        List<RetainDraft> retained = List.of(new RetainDraft("aws:num-disconnects", null, true));
        return new ProfileDraft(null, null, null, null, retained, export);
    }

    @Test
    void exportsMetricsOnATopic() {
        var export = new MetricsExport("values", ROLE);
        SecurityProfile profile = profiles.create(HERE, "p", exporting(export), Map.of());

        assertThat(profile.content().export()).isEqualTo(export);
        assertThat(profile.exported()).containsExactly(Measurand.of(new DisconnectsMetric()));
    }

    @Test
    void refusesAnExportThatHasNoTopicOrNoneThatAnybodyMaySubscribeTo() {
        String needed = "exportMetric needs the profile's metricsExportConfig";
        refuses(IotError.INVALID_REQUEST, needed, () -> profiles.create(HERE, "p", exporting(null), Map.of()));
        refuses(
                IotError.INVALID_REQUEST,
                "metricsExportConfig.mqttTopic must be a topic of 1 to 512 bytes without # and +: a/#",
                () -> profiles.create(HERE, "p", exporting(new MetricsExport("a/#", ROLE)), Map.of()));
        refuses(
                IotError.INVALID_REQUEST,
                "metricsExportConfig.mqttTopic must not begin with $: values are published on ordinary topics only:"
                        + " $aws/rules/keep/values",
                () -> profiles.create(
                        HERE, "p", exporting(new MetricsExport("$aws/rules/keep/values", ROLE)), Map.of()));
        refuses(
                IotError.INVALID_REQUEST,
                "metricsExportConfig.roleArn must be the ARN of an IAM role: x",
                () -> profiles.create(HERE, "p", exporting(new MetricsExport("a", "x")), Map.of()));

        profiles.create(HERE, "p", exporting(new MetricsExport("a", ROLE)), Map.of());
        var noExport = new ProfileUpdate("p", nothing(), new Removals(false, false, false, true), null);
        refuses(IotError.INVALID_REQUEST, needed, () -> profiles.update(HERE, noExport));
    }

    @Test
    void remembersInWhichFormRetainedMetricsWereSent() {
        var both = new ProfileDraft(
                null,
                null,
                null,
                List.of("aws:num-disconnects"),
                List.of(
                        new RetainDraft("aws:num-disconnects", null, false),
                        new RetainDraft("aws:num-messages-sent", null, null)),
                null);

        var retained = Objects.requireNonNull(
                profiles.create(HERE, "p", both, Map.of()).content().retainedMetrics());

        assertThat(retained.isPlainList()).isFalse();
        assertThat(retained.metrics())
                .containsExactly(
                        new RetainedMetric(Measurand.of(new DisconnectsMetric()), false),
                        new RetainedMetric(Measurand.of(new MessagesSentMetric()), null));
    }
}
