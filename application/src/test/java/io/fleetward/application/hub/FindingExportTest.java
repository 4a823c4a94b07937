// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import static io.fleetward.hub.finding.FindingBuilder.HOME;
import static io.fleetward.hub.finding.FindingBuilder.aFinding;
import static io.fleetward.hub.finding.FindingBuilder.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.hub.FindingExport.Exported;
import io.fleetward.hub.aggregation.FindingAggregator;
import io.fleetward.hub.aggregation.RegionLinking;
import io.fleetward.hub.aggregation.RegionLinking.Mode;
import io.fleetward.hub.finding.FindingBuilder;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.PageRequest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingExportTest {
    private static final AccountRegion LINKED = AccountRegion.of("123456789012", "us-east-1");

    private final HubFixture hub = new HubFixture().enabled(HOME);
    private final FindingExport export = new FindingExport(hub.queries);

    @Test
    void hasEachFindingOnceThoughAllChangeBetweenThePages() {
        List<String> ids = List.of("a", "b", "c", "d", "e");
        ids.forEach(id -> send(HOME, aFinding().id(id)));
        var exported = new ArrayList<String>();
        String at = null;
        int minute = 0;
        do {
            Exported page = export.export(hub.call(HOME), "JSONL", null, new PageRequest(1, at));
            page.content()
                    .lines()
                    .forEach(line -> exported.add(object(line).path("Id").stringValue()));
            String now = "2026-03-01T11:%02d:00Z".formatted(minute++);
            ids.forEach(id -> send(HOME, aFinding().id(id).updatedAt(now)));
            at = page.next();
        } while (at != null);
        assertThat(exported).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void reachesAsFarAsTheSightOfTheCaller() {
        hub.enabled(LINKED);
        List.of("a", "b").forEach(id -> send(HOME, aFinding().id(id)));
        List.of("c", "d").forEach(id -> send(LINKED, inRegion("us-east-1").id(id)));
        assertThat(pages(HOME, 10)).containsExactly(2);
        aggregate();
        assertThat(pages(HOME, 10)).containsExactly(4);
        assertThat(pages(HOME, 3)).containsExactly(3, 1);
        assertThat(pages(HOME, 2)).containsExactly(2, 2);
        assertThat(pages(HOME, 1)).containsExactly(1, 1, 1, 1);
        assertThat(pages(LINKED, 10)).containsExactly(2);
    }

    @Test
    void looksAtAFewOfManyOwnersAtATime() {
        List<String> regions = List.of(
                "ap-east-1",
                "ap-south-1",
                "ca-central-1",
                "eu-central-1",
                "eu-north-1",
                "eu-south-1",
                "eu-west-2",
                "eu-west-3",
                "sa-east-1",
                "us-east-1",
                "us-east-2",
                "us-west-1",
                "us-west-2");
        regions.forEach(region -> hub.enabled(AccountRegion.of("123456789012", region)));
        send(AccountRegion.of("123456789012", "us-west-2"), inRegion("us-west-2"));
        aggregate();
        assertThat(pages(HOME, 10)).containsExactly(0, 1);
    }

    @Test
    void namesTheFormatsThereAre() {
        assertThatThrownBy(() -> export.export(hub.call(HOME), "csv", null, PageRequest.first(1)))
                .isInstanceOf(ApiException.class)
                .hasMessage("format must be one of ASFF, JSONL, OCSF, CSV");
    }

    private void aggregate() {
        hub.transactions.change(tx -> hub.stores
                .links()
                .aggregators()
                .save(tx, new FindingAggregator(HOME, "id", new RegionLinking(Mode.ALL_REGIONS, List.of()))));
    }

    private static FindingBuilder inRegion(String region) {
        return aFinding().product("arn:aws:securityhub:" + region + ":123456789012:product/123456789012/default");
    }

    /** How many findings each page of an export has. */
    private List<Integer> pages(AccountRegion caller, int limit) {
        var counts = new ArrayList<Integer>();
        String at = null;
        do {
            Exported page = export.export(hub.call(caller), "CSV", null, new PageRequest(limit, at));
            counts.add(page.count());
            at = page.next();
        } while (at != null);
        return counts;
    }

    private void send(AccountRegion scope, FindingBuilder finding) {
        assertThat(hub.imports
                        .batchImport(hub.call(scope), List.of(finding.sent()))
                        .failures())
                .isEmpty();
    }
}
