// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events;

import io.fleetward.application.identity.CallContext;
import io.fleetward.application.identity.Caller;
import java.time.temporal.ChronoUnit;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What an event tells of a call of the API, in the shape that CloudTrail gives it; never a secret. */
public final class ApiCallRecord {
    private static final String ROOT = ":root";
    private static final String USER = ":user/";

    private ApiCallRecord() {}

    /**
     * The record of a call that succeeded and changed something.
     *
     * @param service the service's host, for example {@code iot.amazonaws.com}
     * @param parameters what the caller asked for
     */
    public static ObjectNode of(CallContext call, String service, String operation, ObjectNode parameters) {
        ObjectNode record = JsonNodeFactory.instance.objectNode().put("eventVersion", "1.08");
        identity(call.caller(), record.putObject("userIdentity"));
        record.put("eventTime", call.at().truncatedTo(ChronoUnit.SECONDS).toString());
        record.put("eventSource", service);
        record.put("eventName", operation);
        record.put("awsRegion", call.scope().region().value());
        record.put("sourceIPAddress", call.caller().sourceIp());
        record.set("requestParameters", parameters);
        record.putNull("responseElements");
        record.put("requestID", call.requestId());
        record.put("readOnly", false);
        record.put("eventType", "AwsApiCall");
        record.put("managementEvent", true);
        record.put("recipientAccountId", call.scope().account().value());
        return record;
    }

    private static String type(String arn) {
        if (arn.contains(USER)) {
            return "IAMUser";
        }
        return arn.endsWith(ROOT) ? "Root" : "Unknown";
    }

    private static void identity(Caller caller, ObjectNode identity) {
        String account = caller.scope().account().value();
        boolean isUser = caller.arn().contains(USER);
        identity.put("type", type(caller.arn()));
        identity.put("principalId", caller.userId());
        identity.put("arn", caller.arn());
        identity.put("accountId", account);
        identity.put("accessKeyId", caller.accessKeyId());
        if (isUser) {
            identity.put("userName", caller.userId());
        }
    }
}
