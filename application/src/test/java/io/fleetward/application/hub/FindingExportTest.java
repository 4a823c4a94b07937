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
        send(HOME, aFinding().id("at home"));
        send(
                LINKED,
                aFinding()
                        .id("far away")
                        .product("arn:aws:securityhub:us-east-1:123456789012:product/123456789012/default"));
        assertThat(count(HOME)).isEqualTo(1);
        hub.transactions.change(tx -> hub.stores
                .links()
                .aggregators()
                .save(tx, new FindingAggregator(HOME, "id", new RegionLinking(Mode.ALL_REGIONS, List.of()))));
        assertThat(count(HOME)).isEqualTo(2);
        assertThat(count(LINKED)).isEqualTo(1);
    }

    @Test
    void namesTheFormatsThereAre() {
        assertThatThrownBy(() -> export.export(hub.call(HOME), "csv", null, PageRequest.first(1)))
                .isInstanceOf(ApiException.class)
                .hasMessage("format must be one of ASFF, JSONL, OCSF, CSV");
    }

    private int count(AccountRegion caller) {
        return export.export(hub.call(caller), "CSV", null, PageRequest.first(10))
                .count();
    }

    private void send(AccountRegion scope, FindingBuilder finding) {
        assertThat(hub.imports
                        .batchImport(hub.call(scope), List.of(finding.sent()))
                        .failures())
                .isEmpty();
    }
}
