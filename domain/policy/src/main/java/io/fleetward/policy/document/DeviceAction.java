// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.document;

import io.fleetward.kernel.AccountRegion;
import java.util.Locale;

/** What a device can ask to do, and the type of resource it does it to (iot-core, actions and resources). */
public enum DeviceAction {
    CONNECT("iot:Connect", "client/"),
    PUBLISH("iot:Publish", "topic/"),
    RETAIN_PUBLISH("iot:RetainPublish", "topic/"),
    SUBSCRIBE("iot:Subscribe", "topicfilter/"),
    RECEIVE("iot:Receive", "topic/"),
    GET_RETAINED_MESSAGE("iot:GetRetainedMessage", "topic/"),
    LIST_RETAINED_MESSAGES("iot:ListRetainedMessages", ""),
    GET_THING_SHADOW("iot:GetThingShadow", "thing/"),
    UPDATE_THING_SHADOW("iot:UpdateThingShadow", "thing/"),
    DELETE_THING_SHADOW("iot:DeleteThingShadow", "thing/"),
    LIST_NAMED_SHADOWS_FOR_THING("iot:ListNamedShadowsForThing", "thing/"),
    DESCRIBE_JOB_EXECUTION("iot:DescribeJobExecution", "thing/"),
    GET_PENDING_JOB_EXECUTIONS("iot:GetPendingJobExecutions", "thing/"),
    START_NEXT_PENDING_JOB_EXECUTION("iot:StartNextPendingJobExecution", "thing/"),
    UPDATE_JOB_EXECUTION("iot:UpdateJobExecution", "thing/"),
    ASSUME_ROLE_WITH_CERTIFICATE("iot:AssumeRoleWithCertificate", "rolealias/");

    private final String wireName;
    private final String lowerCaseName;
    private final String resourceType;

    DeviceAction(String wireName, String resourceType) {
        this.wireName = wireName;
        this.resourceType = resourceType;
        lowerCaseName = wireName.toLowerCase(Locale.ROOT);
    }

    /** The name in a document, for example {@code iot:Connect}. */
    public String wireName() {
        return wireName;
    }

    /** What stands between the account and the name in the resource's ARN, for example {@code topic/}. */
    public String resourceType() {
        return resourceType;
    }

    /** The resource this action acts on; {@code *} for actions that act on none. */
    public String resource(AccountRegion scope, String name) {
        return resourceType.isEmpty()
                ? "*"
                : scope.arn("iot", resourceType + name).toString();
    }

    String lowerCaseName() {
        return lowerCaseName;
    }
}
