// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import static io.fleetward.hub.finding.FindingBuilder.aFinding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.store.Transactions;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.finding.Finding;
import io.fleetward.hub.finding.FindingChange;
import io.fleetward.hub.finding.Retention;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What happens between looking up what decides about an import and writing it counts. */
class FindingImportRaceTest {
    private static final AccountRegion HOME = AccountRegion.of("123456789012", "eu-west-1");

    private final HubFixture hub = new HubFixture().enabled(HOME);

    /** Lets something happen after the first look. */
    private static final class Interrupted implements Transactions {
        private final Transactions transactions;
        private @Nullable Runnable event;

        Interrupted(Transactions transactions, Runnable event) {
            this.transactions = transactions;
            this.event = event;
        }

        @Override
        public <T extends @Nullable Object> T read(Function<Tx, T> work) {
            T result = transactions.read(work);
            if (event != null) {
                event.run();
                event = null;
            }
            return result;
        }

        @Override
        public <T extends @Nullable Object> T write(Function<Tx, T> work) {
            return transactions.write(work);
        }

        @Override
        public <T extends @Nullable Object> CompletionStage<T> readAsync(Function<Tx, T> work) {
            return transactions.readAsync(work);
        }

        @Override
        public <T extends @Nullable Object> CompletionStage<T> writeAsync(Function<Tx, T> work) {
            return transactions.writeAsync(work);
        }
    }

    private ImportReport importWhile(Runnable event, ObjectNode sent) {
        var transactions = new Interrupted(hub.transactions, event);
        var imports = new FindingImports(transactions, hub.stores, hub.products, hub.changes, Retention.STANDARD);
        return imports.batchImport(hub.call(HOME), List.of(sent));
    }

    private static ObjectNode updated(String title, String day) {
        return aFinding()
                .title(title)
                .updatedAt("2026-03-" + day + "T10:00:00Z")
                .sent();
    }

    @Test
    void aFindingThatAnotherCallerWasFasterWithIsUpdated() {
        ImportReport report = importWhile(
                () -> hub.imports.batchImport(hub.call(HOME), List.of(updated("first", "01"))),
                updated("second", "02"));
        assertThat(report.successCount()).isEqualTo(1);
        assertThat(hub.findings(HOME)).extracting(FindingImportRaceTest::title).containsExactly("second");
        assertThat(history(hub.findings(HOME).getFirst())).containsExactly(2L, 1L);
    }

    @Test
    void newsThatBecameOldMeanwhileIsIgnored() {
        importWhile(
                () -> hub.imports.batchImport(hub.call(HOME), List.of(updated("later", "02"))),
                updated("earlier", "01"));
        assertThat(hub.findings(HOME)).extracting(FindingImportRaceTest::title).containsExactly("later");
    }

    @Test
    void aRuleThatWasMadeMeanwhileApplies() {
        importWhile(
                () -> hub.rules.create(
                        hub.call(HOME),
                        new RuleDraft(
                                "rule",
                                "a rule",
                                1,
                                true,
                                false,
                                json("{\"RecordState\":[{\"Value\":\"ACTIVE\",\"Comparison\":\"EQUALS\"}]}"),
                                json("{\"Criticality\":7}")),
                        Map.of()),
                updated("ruled", "01"));
        assertThat(hub.findings(HOME))
                .extracting(finding -> finding.document().path("Criticality").intValue())
                .containsExactly(7);
    }

    @Test
    void aHubThatWasDisabledMeanwhileTakesNothing() {
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> importWhile(() -> hub.administration.disable(hub.call(HOME)), updated("none", "01")));
        assertThat(hub.findings(HOME)).isEmpty();
    }

    private List<Long> history(Finding finding) {
        var span = new FindingHistory.Span(finding.key(), Instant.EPOCH, hub.clock.instant());
        return hub
                .transactions
                .read(tx -> hub.stores.histories().list(tx, HOME, span, PageRequest.first(9)))
                .items()
                .stream()
                .map(FindingChange::revision)
                .toList();
    }

    private static String title(Finding finding) {
        return finding.document().path("Title").stringValue();
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) JsonMapper.shared().readTree(text);
    }
}
