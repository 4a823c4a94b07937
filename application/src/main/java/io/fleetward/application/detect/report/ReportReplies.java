// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect.report;

import io.fleetward.detect.report.ReportRefusal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What devices are told about their reports, in the form that every agent understands (detect, replies). */
final class ReportReplies {
    private ReportReplies() {}

    static ObjectNode accepted(String thing, long reportId, long at) {
        return reply(thing, reportId, "ACCEPTED").put("timestamp", at);
    }

    /** The id is left out when it could not be read. */
    static ObjectNode rejected(String thing, @Nullable Long reportId, ReportRefusal refusal, long at) {
        ObjectNode reply = reply(thing, reportId, "REJECTED");
        reply.putObject("statusDetails").put("ErrorCode", refusal.code()).put("ErrorMessage", refusal.text());
        return reply.put("timestamp", at);
    }

    private static ObjectNode reply(String thing, @Nullable Long reportId, String status) {
        ObjectNode reply = JsonNodeFactory.instance.objectNode().put("thingName", thing);
        if (reportId != null) {
            reply.put("reportId", reportId.longValue());
        }
        return reply.put("status", status);
    }
}
