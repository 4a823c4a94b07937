// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.finding;

import io.fleetward.hub.ingest.FindingIngest;
import io.fleetward.hub.ingest.HubChange;
import io.fleetward.hub.ingest.Provider;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes findings as providers send them, the smallest valid one to begin with. */
public final class FindingBuilder {
    public static final AccountRegion HOME = AccountRegion.of("123456789012", "eu-west-1");

    private static final String SMALLEST = """
            {"SchemaVersion":"2018-10-08","Id":"scan-7/dev-42/open-port-23",
             "ProductArn":"arn:aws:securityhub:eu-west-1:123456789012:product/123456789012/default",
             "GeneratorId":"portscan/telnet","AwsAccountId":"123456789012",
             "CreatedAt":"2026-03-01T10:00:00Z","UpdatedAt":"2026-03-01T10:00:00Z",
             "Title":"Telnet open","Description":"Port 23 answers on dev-42.",
             "Types":["Software and Configuration Checks/Vulnerabilities"],
             "Severity":{"Label":"HIGH"},
             "Resources":[{"Type":"Other","Id":"dev-42"}]}""";

    private final ObjectNode document = object(SMALLEST);

    private FindingBuilder() {}

    public static FindingBuilder aFinding() {
        return new FindingBuilder();
    }

    /** Reads a piece of JSON. */
    public static ObjectNode object(String json) {
        return (ObjectNode) JsonMapper.shared().readTree(json);
    }

    public FindingBuilder id(String id) {
        return with("Id", '"' + id + '"');
    }

    public FindingBuilder product(String productArn) {
        return with("ProductArn", '"' + productArn + '"');
    }

    public FindingBuilder account(String account) {
        return with("AwsAccountId", '"' + account + '"');
    }

    public FindingBuilder title(String title) {
        return with("Title", '"' + title + '"');
    }

    public FindingBuilder updatedAt(String time) {
        return with("UpdatedAt", '"' + time + '"');
    }

    public FindingBuilder archived() {
        return with("RecordState", "\"ARCHIVED\"");
    }

    /** Sets a top-level member to a piece of JSON. */
    public FindingBuilder with(String member, String json) {
        document.set(member, JsonMapper.shared().readTree(json));
        return this;
    }

    public FindingBuilder without(String member) {
        document.remove(member);
        return this;
    }

    /** The document as sent. */
    public ObjectNode sent() {
        return document.deepCopy();
    }

    /** The finding as the hub stores it when it comes for the first time. */
    public StoredFinding stored(Instant now) {
        var ingest = new FindingIngest(HOME.region(), Provider.CUSTOM, now);
        return ((HubChange.Created) ingest.apply(null, sent())).finding();
    }
}
