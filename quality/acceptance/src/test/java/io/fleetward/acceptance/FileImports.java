// SPDX-License-Identifier: Apache-2.0
package io.fleetward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.aws.api.model.AwsService;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import software.amazon.awssdk.services.securityhub.SecurityHubClient;
import software.amazon.awssdk.services.securityhub.model.AwsSecurityFinding;
import software.amazon.awssdk.services.securityhub.model.RecordState;
import software.amazon.awssdk.services.securityhub.model.StringFilter;
import software.amazon.awssdk.services.securityhub.model.StringFilterComparison;
import tools.jackson.databind.JsonNode;

/**
 * Imports files of findings one after the other, and hears by a webhook of what the hub holds.
 *
 * <p>Every file takes several transactions, so that a kill may meet it half done.
 */
final class FileImports implements AutoCloseable {
    private static final int FINDINGS = 250;
    private static final String GENERATOR = "file-import";
    private static final StringFilter OF_FILES = StringFilter.builder()
            .comparison(StringFilterComparison.EQUALS)
            .value(GENERATOR)
            .build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final Set<String> heard = ConcurrentHashMap.newKeySet();
    private final Webhook webhook;
    private volatile String begun = "";

    FileImports() throws Exception {
        webhook = new Webhook(event -> event.at("/detail/findings")
                .forEach(finding -> heard.add(finding.path("Id").asString())));
    }

    /** Has every event about these findings sent to the webhook. */
    void listen(Tenant tenant) {
        webhook.listen(
                tenant,
                "{\"detail-type\":[\"Security Hub Findings - Imported\"],"
                        + "\"detail\":{\"findings\":{\"GeneratorId\":[\"" + GENERATOR + "\"]}}}");
    }

    /** How many files are imported for certain. */
    int acknowledged() {
        return acknowledged.size();
    }

    /** Imports files, whose names begin so, until the server dies. */
    void importForever(Tenant tenant, String prefix) {
        try {
            for (int i = 0; true; i++) {
                begun = prefix + i;
                importFile(tenant, begun);
                acknowledged.add(begun);
            }
        } catch (AssertionError killed) {
            assertThat(killed).hasMessageContaining("got no answer");
        }
    }

    /**
     * What was reported as imported is there and was told of, and importing the file again that the kill met leaves the
     * state that it would have left at once.
     */
    void verify(Tenant tenant, SecurityHubClient hub, String when) {
        Set<String> expected = acknowledged.stream()
                .flatMap(name -> ids(name).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> kept = stored(hub);
        assertThat(kept)
                .as("findings of files that were acknowledged, %s", when)
                .containsAll(expected);
        Awaitility.await(when)
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(heard).as("findings told of").containsAll(kept));

        JsonNode repeated = importFile(tenant, begun);
        long already = kept.stream().filter(ids(begun)::contains).count();
        assertThat(repeated.path("createdCount").longValue())
                .as("what was missing of %s, %s", begun, when)
                .isEqualTo(FINDINGS - already);
        assertThat(repeated.path("untouchedCount").longValue()).as(when).isEqualTo(already);
        expected.addAll(ids(begun));
        assertThat(stored(hub)).as("each finding once, %s", when).containsExactlyInAnyOrderElementsOf(expected);
        acknowledged.add(begun);
    }

    @Override
    public void close() {
        webhook.close();
    }

    private static JsonNode importFile(Tenant tenant, String name) {
        String findings = ids(name).stream()
                .map(id -> finding(tenant, id))
                .collect(Collectors.joining(",", "{\\\"Findings\\\":[", "]}"));
        JsonNode run = tenant.ok(
                        AwsService.FLEETWARD, "ImportFindings", "{'format':'ASFF','content':'" + findings + "'}")
                .path("findingImport");
        assertThat(run.path("failedCount").longValue()).as("%s", run).isZero();
        return run;
    }

    private static List<String> ids(String name) {
        return IntStream.range(0, FINDINGS)
                .mapToObj(number -> name + "/" + number)
                .toList();
    }

    /** The findings of all files that are active, each as often as it is there. */
    private static List<String> stored(SecurityHubClient hub) {
        return hub
                .getFindingsPaginator(r -> r.maxResults(100).filters(filters -> filters.generatorId(OF_FILES)))
                .findings()
                .stream()
                .filter(finding -> finding.recordState() == RecordState.ACTIVE)
                .map(AwsSecurityFinding::id)
                .toList();
    }

    /** A finding within a text within a text. */
    private static String finding(Tenant tenant, String id) {
        String product = "arn:aws:securityhub:%s:%s:product/%s/default"
                .formatted(tenant.region(), tenant.account(), tenant.account());
        return """
            {"SchemaVersion":"2018-10-08","Id":"%s","ProductArn":"%s","GeneratorId":"%s","AwsAccountId":"%s",\
            "Types":["Software and Configuration Checks"],"CreatedAt":"2026-03-01T10:00:00Z",\
            "UpdatedAt":"2026-03-01T10:00:00Z","Severity":{"Label":"LOW"},"Title":"%s","Description":"d",\
            "Resources":[{"Type":"Other","Id":"%s"}]}\
            """.formatted(id, product, GENERATOR, tenant.account(), id, id).replace("\"", "\\\"");
    }
}
