// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IotError;
import io.fleetward.aws.model.iot.AddThingsToThingGroupParams;
import io.fleetward.aws.model.iot.EnableIoTLoggingParams;
import io.fleetward.aws.model.iot.MitigationActionParams;
import io.fleetward.aws.model.iot.PublishFindingToSnsParams;
import io.fleetward.aws.model.iot.ReplaceDefaultPolicyVersionParams;
import io.fleetward.aws.model.iot.UpdateCACertificateParams;
import io.fleetward.aws.model.iot.UpdateDeviceCertificateParams;
import io.fleetward.mitigation.action.ActionDefinition;
import io.fleetward.mitigation.action.ActionParams;
import io.fleetward.mitigation.action.AddThingsToThingGroup;
import io.fleetward.mitigation.action.EnableIotLogging;
import io.fleetward.mitigation.action.PublishFindingToSns;
import io.fleetward.mitigation.action.ReplaceDefaultPolicyVersion;
import io.fleetward.mitigation.action.UpdateCaCertificate;
import io.fleetward.mitigation.action.UpdateDeviceCertificate;
import io.fleetward.registry.account.LogLevel;
import io.fleetward.registry.thing.ThingGroupName;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Translates the parameters and definitions of mitigation actions. */
final class ActionParamRecords {
    private static final String DEACTIVATE = "DEACTIVATE";

    private ActionParamRecords() {}

    /** The parameters; exactly one member must be given. */
    static ActionParams params(MitigationActionParams wire) {
        List<ActionParams> given = Stream.of(
                        device(wire), authority(wire), groups(wire), policy(wire), logging(wire), topic(wire))
                .flatMap(Stream::ofNullable)
                .toList();
        if (given.size() != 1) {
            throw new ApiException(
                    IotError.INVALID_REQUEST, "actionParams must have exactly one member, but has " + given.size());
        }
        return given.getFirst();
    }

    static MitigationActionParams wire(ActionParams params) {
        var wire = MitigationActionParams.builder();
        return switch (params) {
            case UpdateDeviceCertificate _ ->
                wire.updateDeviceCertificateParams(new UpdateDeviceCertificateParams(DEACTIVATE))
                        .build();
            case UpdateCaCertificate _ ->
                wire.updateCACertificateParams(new UpdateCACertificateParams(DEACTIVATE))
                        .build();
            case AddThingsToThingGroup(var groups, var override) ->
                wire.addThingsToThingGroupParams(AddThingsToThingGroupParams.builder()
                                .thingGroupNames(groups.stream()
                                        .map(ThingGroupName::value)
                                        .toList())
                                .overrideDynamicGroups(override)
                                .build())
                        .build();
            case ReplaceDefaultPolicyVersion _ ->
                wire.replaceDefaultPolicyVersionParams(
                                new ReplaceDefaultPolicyVersionParams(ReplaceDefaultPolicyVersion.TEMPLATE))
                        .build();
            case EnableIotLogging(String roleArn, LogLevel level) ->
                wire.enableIoTLoggingParams(EnableIoTLoggingParams.builder()
                                .roleArnForLogging(roleArn)
                                .logLevel(level.name())
                                .build())
                        .build();
            case PublishFindingToSns(String topicArn) ->
                wire.publishFindingToSnsParams(new PublishFindingToSnsParams(topicArn))
                        .build();
        };
    }

    /** The actions of a task as they were when it started. */
    static List<io.fleetward.aws.model.iot.MitigationAction> definitions(List<ActionDefinition> actions) {
        return actions.stream()
                .map(action -> io.fleetward.aws.model.iot.MitigationAction.builder()
                        .name(action.name())
                        .id(action.id())
                        .roleArn(action.roleArn())
                        .actionParams(wire(action.params()))
                        .build())
                .toList();
    }

    private static @Nullable ActionParams device(MitigationActionParams wire) {
        return wire.updateDeviceCertificateParams() == null ? null : new UpdateDeviceCertificate();
    }

    private static @Nullable ActionParams authority(MitigationActionParams wire) {
        return wire.updateCACertificateParams() == null ? null : new UpdateCaCertificate();
    }

    private static @Nullable ActionParams groups(MitigationActionParams wire) {
        AddThingsToThingGroupParams groups = wire.addThingsToThingGroupParams();
        return groups == null
                ? null
                : new AddThingsToThingGroup(
                        groups.thingGroupNames().stream()
                                .map(ThingGroupName::new)
                                .toList(),
                        groups.overrideDynamicGroups());
    }

    private static @Nullable ActionParams policy(MitigationActionParams wire) {
        return wire.replaceDefaultPolicyVersionParams() == null ? null : new ReplaceDefaultPolicyVersion();
    }

    private static @Nullable ActionParams logging(MitigationActionParams wire) {
        EnableIoTLoggingParams logging = wire.enableIoTLoggingParams();
        return logging == null
                ? null
                : new EnableIotLogging(logging.roleArnForLogging(), LogLevel.valueOf(logging.logLevel()));
    }

    private static @Nullable ActionParams topic(MitigationActionParams wire) {
        PublishFindingToSnsParams topic = wire.publishFindingToSnsParams();
        return topic == null ? null : new PublishFindingToSns(topic.topicArn());
    }
}
