// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import static io.fleetward.hub.finding.FindingBuilder.aFinding;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.events.BusEvent;
import io.fleetward.application.events.EventSink;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.aggregation.RegionLinking.Mode;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The events of findings (hub, custom actions and events). */
class FindingEventsTest {
    private static final AccountRegion HOME = AccountRegion.of("123456789012", "eu-west-1");

    private final HubFixture hub = new HubFixture().enabled(HOME);
    private final Recorder recorder = new Recorder();

    /** Keeps what it is given; hears nothing when told so. */
    private static final class Recorder implements EventSink {
        private final List<BusEvent> events = new ArrayList<>();
        private final List<AccountRegion> told = new ArrayList<>();
        private boolean isDeaf;

        @Override
        public Consumer<Tx> putting(AccountRegion scope, List<BusEvent> left) {
            return tx -> {
                for (BusEvent event : left) {
                    events.add(event);
                    told.add(scope);
                }
            };
        }

        @Override
        public boolean isHeard(AccountRegion scope) {
            return !isDeaf;
        }
    }

    @BeforeEach
    void listen() {
        hub.changes.listen(new FindingEvents(hub.stores, recorder, hub.clock));
    }

    /** The detail as whoever gets the event reads it. */
    private static JsonNode detail(BusEvent event) {
        return JsonMapper.shared().readTree(event.detail().toString());
    }

    private void imports(ObjectNode... findings) {
        hub.imports.batchImport(hub.call(HOME), List.of(findings));
    }

    @Test
    void leavesOneEventForEachImportedFinding() {
        imports(aFinding().id("one").sent(), aFinding().id("two").sent());

        assertThat(recorder.events).hasSize(2).allSatisfy(event -> {
            assertThat(event.source()).isEqualTo("aws.securityhub");
            assertThat(event.detailType()).isEqualTo("Security Hub Findings - Imported");
            assertThat(detail(event).path("findings")).hasSize(1);
            assertThat(detail(event).at("/findings/0/RecordState").asString()).isEqualTo("ACTIVE");
        });
        assertThat(recorder.events.getFirst().resources())
                .containsExactly(hub.findings(HOME).getFirst().productArn() + "/one");
    }

    @Test
    void leavesOneForAnUpdateAndNoneForAStaleImport() {
        imports(aFinding().id("one").sent());
        imports(aFinding().id("one").sent());
        assertThat(recorder.events).hasSize(1);

        var identifier =
                new FindingIdentifier("one", hub.findings(HOME).getFirst().productArn());
        hub.updates.batchUpdate(hub.call(HOME), List.of(identifier), (ObjectNode)
                JsonMapper.shared().readTree("{\"Workflow\":{\"Status\":\"NOTIFIED\"}}"));

        assertThat(recorder.events).hasSize(2);
        assertThat(detail(recorder.events.getLast())
                        .at("/findings/0/Workflow/Status")
                        .asString())
                .isEqualTo("NOTIFIED");
    }

    @Test
    void tellsTheRegionThatAggregatesAsWell() {
        var home = new AccountRegion(HOME.account(), new Region("us-west-2"));
        hub.administration.enable(hub.call(home), Map.of(), null);
        hub.aggregation.create(
                hub.call(home), Mode.SPECIFIED_REGIONS, List.of(HOME.region().value()));

        imports(aFinding().id("one").sent());

        assertThat(recorder.told).containsExactly(HOME, home);
        assertThat(recorder.events)
                .extracting(event -> detail(event).at("/findings/0/Region").asString())
                .containsOnly(HOME.region().value());
    }

    @Test
    void makesNothingThatNobodyHears() {
        recorder.isDeaf = true;
        imports(aFinding().id("one").sent());

        assertThat(recorder.events).isEmpty();
    }
}
