// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import static io.fleetward.hub.finding.FindingBuilder.aFinding;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.hub.finding.FindingChange;
import io.fleetward.hub.finding.FindingKey;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Histories of findings from their beginning (hub, GetFindingHistory). */
class FindingHistoriesTest {
    private static final AccountRegion HOME = AccountRegion.of("123456789012", "eu-west-1");

    private final HubFixture hub = new HubFixture().enabled(HOME);
    private final Instant begin = hub.clock.instant();
    private final ObjectNode sent = aFinding().id("one").sent();
    private final FindingKey key = new FindingKey(sent.path("ProductArn").stringValue(), "one");

    @BeforeEach
    void importAndChangeTwice() {
        hub.imports.batchImport(hub.call(HOME), List.of(sent));
        for (String status : List.of("NOTIFIED", "RESOLVED")) {
            hub.clock.advance(Duration.ofSeconds(1));
            hub.updates.batchUpdate(
                    hub.call(HOME), List.of(new FindingIdentifier(key.id(), key.productArn())), (ObjectNode)
                            JsonMapper.shared().readTree("{\"Workflow\":{\"Status\":\"" + status + "\"}}"));
        }
    }

    @Test
    void tellTheBeginningLastWhateverThePages() {
        assertThat(list(begin, PageRequest.first(3)).next()).isNull();
        assertThat(revisions(list(begin, PageRequest.first(3)))).containsExactly(3L, 2L, 1L);
        Page<FindingChange> first = list(begin, PageRequest.first(2));
        assertThat(revisions(first)).containsExactly(3L, 2L);
        Page<FindingChange> last = list(begin, new PageRequest(2, first.next()));
        assertThat(last.next()).isNull();
        assertThat(last.items()).singleElement().satisfies(creation -> {
            assertThat(creation.created()).isTrue();
            assertThat(creation.at()).isEqualTo(begin);
            assertThat(creation.updates()).isEmpty();
            assertThat(creation.source().identity())
                    .isEqualTo(hub.call(HOME).caller().arn());
        });
    }

    @Test
    void tellNoBeginningThatWasBefore() {
        assertThat(revisions(list(begin.plusMillis(1), PageRequest.first(9)))).containsExactly(3L, 2L);
    }

    private Page<FindingChange> list(Instant from, PageRequest page) {
        var span = new FindingHistory.Span(key, from, hub.clock.instant());
        return hub.transactions.read(tx -> hub.stores.histories().list(tx, HOME, span, page));
    }

    private static List<Long> revisions(Page<FindingChange> page) {
        return page.items().stream().map(FindingChange::revision).toList();
    }
}
