// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench;

import io.fleetward.demo.Environment;
import io.fleetward.demo.ServerProcess;
import io.fleetward.kernel.AccountRegion;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A server whose hub accepts the findings, holds each against automation rules and tells a bus of each. Thread-safe but
 * for closing.
 */
final class HubScene implements AutoCloseable {
    private static final int MOST_PER_CALL = 100;
    private static final int AUTOMATION_RULES = 10;

    private final ThrowAway server;
    private final ApiCaller api;
    private final AccountRegion scope;

    private HubScene(ThrowAway server) {
        this.server = server;
        Environment environment = server.process().environment();
        api = new ApiCaller(environment);
        scope = AccountRegion.of("000000000000", environment.get("AWS_REGION"));
    }

    /** @param options further ones of the server */
    static HubScene open(BenchContext context, String... options) throws Exception {
        var scene = new HubScene(ThrowAway.server(context, Duration.ofMinutes(5), options));
        scene.api.hub("/accounts", object().put("EnableDefaultStandards", false));
        for (String product : HubFindings.PRODUCTS) {
            scene.api.hub(
                    "/productSubscriptions",
                    object().put("ProductArn", "arn:aws:securityhub:" + scene.scope.region() + "::product/" + product));
        }
        scene.automate();
        return scene;
    }

    AccountRegion scope() {
        return scope;
    }

    ApiCaller api() {
        return api;
    }

    ServerProcess process() {
        return server.process();
    }

    long pid() {
        return server.process().pid();
    }

    /** Rules each of which changes the findings of one generator. */
    private void automate() {
        for (int rule = 0; rule < AUTOMATION_RULES; rule++) {
            ObjectNode members = object().put("RuleName", "bench-" + rule)
                    .put("RuleOrder", rule + 1)
                    .put("Description", "Marks what one generator finds.");
            members.putObject("Criteria")
                    .putArray("GeneratorId")
                    .addObject()
                    .put("Value", HubFindings.generatorId(rule))
                    .put("Comparison", "EQUALS");
            members.putArray("Actions")
                    .addObject()
                    .put("Type", "FINDING_FIELDS_UPDATE")
                    .putObject("FindingFieldsUpdate")
                    .putObject("UserDefinedFields")
                    .put("team", "plant");
            api.hub("/automationrules/create", members);
        }
    }

    /** Has critical findings written to the server's log, so that every finding is an event that is held against a rule. */
    void tellTheLog() {
        api.events("PutRule", object().put("Name", "critical").put("EventPattern", """
            {"source":["aws.securityhub"],"detail":{"findings":{"Severity":{"Label":["CRITICAL"]}}}}\
            """));
        target("critical", "arn:aws:logs:%s:%s:log-group:bench".formatted(scope.region(), scope.account()));
    }

    /** Has every finding posted to a port of this machine. */
    void tell(String name, int port) {
        ObjectNode connection = object().put("Name", name).put("AuthorizationType", "API_KEY");
        connection
                .putObject("AuthParameters")
                .putObject("ApiKeyAuthParameters")
                .put("ApiKeyName", "X-Bench")
                .put("ApiKeyValue", "bench");
        ObjectNode destination = object().put("Name", name)
                .put("HttpMethod", "POST")
                .put("InvocationRateLimitPerSecond", 1000)
                .put("InvocationEndpoint", "http://127.0.0.1:" + port + "/")
                .put(
                        "ConnectionArn",
                        api.events("CreateConnection", connection)
                                .path("ConnectionArn")
                                .asString());
        api.events("PutRule", object().put("Name", name).put("EventPattern", """
            {"source":["aws.securityhub"]}\
            """));
        target(
                name,
                api.events("CreateApiDestination", destination)
                        .path("ApiDestinationArn")
                        .asString());
    }

    private void target(String rule, String arn) {
        ObjectNode members = object().put("Rule", rule);
        members.putArray("Targets").addObject().put("Id", "target").put("Arn", arn);
        JsonNode answer = api.events("PutTargets", members);
        if (answer.path("FailedEntryCount").asInt() > 0) {
            throw new IllegalStateException(answer.toString());
        }
    }

    /** Imports so many of the findings, from that number on. */
    void importBatch(HubFindings findings, int from, int count) {
        ObjectNode members = object();
        ArrayNode batch = members.putArray("Findings");
        IntStream.range(from, from + count).mapToObj(findings::finding).forEach(batch::add);
        JsonNode answer = api.hub("/findings/import", members);
        if (answer.path("FailedCount").asInt() > 0) {
            throw new IllegalStateException("finding refused: " + answer.path("FailedFindings"));
        }
    }

    /** The number of findings on the first page of a hundred. */
    int find(HubSearches.Search search) {
        ObjectNode members = object().put("MaxResults", MOST_PER_CALL);
        members.set("Filters", search.filters());
        ArrayNode sort = members.putArray("SortCriteria");
        search.sort()
                .forEach(criterion -> sort.addObject()
                        .put("Field", criterion.field())
                        .put("SortOrder", criterion.isDescending() ? "desc" : "asc"));
        return api.hub("/findings", members).path("Findings").size();
    }

    /** Exports so many findings, or a page more, in this format; answers how many there were. */
    int export(String format, int most) {
        int count = 0;
        ObjectNode members = object().put("format", format);
        JsonNode page;
        do {
            page = api.own("/findings/exports", members);
            count += page.path("findingsCount").asInt();
            members.set("nextToken", page.path("nextToken"));
        } while (count < most && page.has("nextToken"));
        return count;
    }

    /** Makes an insight; answers its ARN. */
    String insight(String name, ObjectNode filters, String groupBy) {
        ObjectNode members = object().put("Name", name).put("GroupByAttribute", groupBy);
        members.set("Filters", filters);
        return api.hub("/insights", members).path("InsightArn").asString();
    }

    /** The number of groups that an insight shows. */
    int groups(String insightArn) {
        return api.hub("/insights/results/" + insightArn)
                .path("InsightResults")
                .path("ResultValues")
                .size();
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    @Override
    public void close() throws IOException {
        api.close();
        server.close();
    }
}
