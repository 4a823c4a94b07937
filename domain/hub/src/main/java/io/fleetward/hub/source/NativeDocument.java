// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.source;

import io.fleetward.hub.product.ProductArn;
import io.fleetward.hub.schema.AsffSchema;
import io.fleetward.kernel.Arn;
import io.fleetward.kernel.Region;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a service said of something, bare or out of the envelope in which the event bus carries it.
 *
 * @param body what the service said
 * @param envelope the envelope, or an empty object
 */
record NativeDocument(JsonNode body, JsonNode envelope, SourceContext context) {
    /** Takes the document out of its envelope, if it has one. */
    static NativeDocument of(JsonNode document, SourceContext context) {
        return isEnvelope(document)
                ? new NativeDocument(Keys.camel(document.path("detail")), document, context)
                : new NativeDocument(Keys.camel(document), Fields.object(), context);
    }

    static boolean isEnvelope(JsonNode document) {
        return document.path("detail").isObject()
                && document.path("source").isString()
                && document.path("detail-type").isString();
    }

    JsonNode at(String member) {
        return body.path(member);
    }

    /** The account that the body names under this name, else that of the envelope, else the hub's. */
    String account(String member) {
        String enveloped =
                Fields.text(envelope.path("account"), context.scope().account().value());
        return Fields.text(at(member), enveloped);
    }

    /** The region that the body names under this name, else that of the envelope, else the hub's. */
    String region(String member) {
        String enveloped =
                Fields.text(envelope.path("region"), context.scope().region().value());
        return Fields.text(at(member), enveloped);
    }

    /** The partition of a region, or of the hub where the text is none. */
    String partition(String region) {
        return Region.isValid(region)
                ? new Region(region).partition()
                : context.scope().region().partition();
    }

    /** The ARN of something of an account in a region. */
    String arn(String service, String region, String account, String resource) {
        return new Arn(partition(region), service, region, account, resource).toString();
    }

    /** When the envelope was written; now for a bare document. */
    String time() {
        String time = SourceTime.text(envelope.path("time"));
        return time == null ? context.nowText() : time;
    }

    /** The beginnings of a finding by this product. */
    ObjectNode finding(String product, String account, String region) {
        return Fields.object()
                .put("SchemaVersion", AsffSchema.VERSION)
                .put("ProductArn", ProductArn.of(context.scope(), product))
                .put("AwsAccountId", account)
                .put("Region", region);
    }
}
