// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import static io.fleetward.hub.finding.FindingBuilder.HOME;
import static io.fleetward.hub.finding.FindingBuilder.aFinding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.hub.ImportOrder.Coverage;
import io.fleetward.application.store.MortalTransactions;
import io.fleetward.hub.finding.Finding;
import io.fleetward.hub.finding.FindingBuilder;
import io.fleetward.hub.finding.RecordState;
import io.fleetward.hub.finding.Retention;
import io.fleetward.kernel.PageRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FindingImporterTest {
    private static final Coverage SCANS = new Coverage(null, "portscan/", null);
    private static final String GUARDDUTY = "arn:aws:securityhub:eu-west-1::product/aws/guardduty";

    private final HubFixture hub = new HubFixture().enabled(HOME);

    @ParameterizedTest
    @ValueSource(strings = {"[%s,%s]", "{\"Findings\":[%s,%s]}", "%s\n%s\n", "%s %s"})
    void readsListsAndLines(String form) {
        String content =
                form.formatted(aFinding().id("a").sent(), aFinding().id("b").sent());
        assertThat(run(order(content, null)).counts()).isEqualTo(new ImportCounts(2, 0, 0, 0, 0, 0));
        assertThat(states()).isEqualTo(Map.of("a", RecordState.ACTIVE, "b", RecordState.ACTIVE));
    }

    @Test
    void readsTablesByTheColumnsItIsTold() {
        String content = "Id,Verdict\na,\"one, two\"\nb,three\n";
        var order = new ImportOrder("CSV", content, null, Map.of("Verdict", "Title"), null, false, false);
        assertThat(run(order).counts()).isEqualTo(new ImportCounts(2, 0, 0, 0, 0, 0));
        assertThat(hub.findings(HOME))
                .extracting(finding -> finding.document().path("Title").stringValue())
                .containsExactlyInAnyOrder("one, two", "three");
    }

    @Test
    void importsMoreThanABatchTakes() {
        String content = IntStream.range(0, 250)
                .mapToObj(i -> aFinding().id("f" + i).sent().toString())
                .collect(Collectors.joining("\n"));
        assertThat(run(order(content, null)).counts().created()).isEqualTo(250);
        assertThat(run(order(content, null)).counts().untouched()).isEqualTo(250);
    }

    @Test
    void closesWhatItCoversAndNoLongerSees() {
        run(order(list(scan("a"), scan("b"), scan("gone"), scan("other").with("GeneratorId", "\"lint/x\"")), null));
        FindingImportRun run =
                run(order(list(scan("a").updatedAt("2026-03-02T00:00:00Z"), scan("b"), scan("c")), SCANS));
        assertThat(run.counts()).isEqualTo(new ImportCounts(1, 1, 0, 1, 1, 0));
        assertThat(states())
                .isEqualTo(Map.of(
                        "a", RecordState.ACTIVE,
                        "b", RecordState.ACTIVE,
                        "c", RecordState.ACTIVE,
                        "gone", RecordState.ARCHIVED,
                        "other", RecordState.ACTIVE));
        assertThat(hub.importer.describe(hub.call(HOME), run.id())).isEqualTo(run);
    }

    @Test
    void closesByPrefixOfAllResources() {
        run(order(
                list(
                        scan("in").with("Resources", resources("fleet/1", "fleet/2")),
                        scan("part").with("Resources", resources("fleet/1", "lab/1")),
                        scan("out").with("Resources", resources("lab/1"))),
                null));
        assertThat(run(order("[]", new Coverage(null, null, "fleet/"))).counts().closed())
                .isEqualTo(1);
        assertThat(states().get("in")).isEqualTo(RecordState.ARCHIVED);
        assertThat(states().get("part")).isEqualTo(RecordState.ACTIVE);
    }

    @Test
    void opensAgainWhatItHadClosedEvenWithoutNews() {
        run(order(list(scan("a")), null));
        run(order("[]", SCANS));
        assertThat(states().get("a")).isEqualTo(RecordState.ARCHIVED);
        assertThat(run(order(list(scan("a")), SCANS)).counts()).isEqualTo(new ImportCounts(0, 0, 1, 0, 0, 0));
        assertThat(states().get("a")).isEqualTo(RecordState.ACTIVE);
    }

    @Test
    void leavesArchivedWhatOthersArchived() {
        run(order(list(scan("a").archived()), null));
        assertThat(run(order(list(scan("a")), SCANS)).counts().untouched()).isEqualTo(1);
        assertThat(states().get("a")).isEqualTo(RecordState.ARCHIVED);
    }

    @Test
    void doesNotCloseWhatItSawButCouldNotImport() {
        run(order(list(scan("a"), scan("b")), null));
        FindingImportRun run = run(order(list(scan("a").title("")), SCANS));
        assertThat(run.counts()).isEqualTo(new ImportCounts(0, 0, 0, 1, 0, 1));
        assertThat(run.failures().getFirst().message()).contains("data.Title should NOT be shorter than 1 characters");
        assertThat(states().get("a")).isEqualTo(RecordState.ACTIVE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            SARIF | {'hello':1}                         | document 1 must be a SARIF 2.1.0 log with runs
            SARIF | [{'version':'1.0'},{'version':'2'}] | document 1 must be a SARIF 2.1.0 log with runs
            OCSF  | {'class_uid':6003}                  | document 1 its class_uid must be 2001, 2002, 2003 or 2004
            ASFF  | {'hello':1}                         | document 1 must be a finding with SchemaVersion, Id or ProductArn
            """)
    void refusesContentThatIsInAnotherFormatAltogether(String format, String content, String reason) {
        var order = new ImportOrder(format, content.replace('\'', '"'), null, Map.of(), null, false, false);
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> run(order))
                .satisfies(refusal ->
                        assertThat(refusal.text()).isEqualTo("content is not in format " + format + ": " + reason));
        assertThat(hub.importer.list(hub.call(HOME), PageRequest.first(9)).items())
                .isEmpty();
    }

    @Test
    void refusesTablesWithoutAnyColumnThatIsKnown() {
        var order = new ImportOrder("CSV", "Mood,Weather\ngood,bad\n", null, Map.of(), null, false, false);
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> run(order))
                .satisfies(refusal -> assertThat(refusal.text()).contains("row 1 must have a column that is known"));
        var mapped =
                new ImportOrder("CSV", "Mood,Weather\ngood,bad\n", null, Map.of("Mood", "Title"), null, false, false);
        assertThat(run(mapped).counts().created()).isEqualTo(1);
    }

    @Test
    void closesNothingWhenItCannotTellWhatItSaw() {
        run(order(list(scan("a")), null));
        FindingImportRun run = run(order("[" + scan("a").without("Id").sent() + ",7]", SCANS));
        assertThat(run.counts()).isEqualTo(new ImportCounts(0, 0, 0, 0, 0, 2));
        assertThat(run.notClosed()).isEqualTo("not every document tells which finding it is");
        assertThat(states().get("a")).isEqualTo(RecordState.ACTIVE);
    }

    @Test
    void rehearsesWithoutAnyEffect() {
        run(order(list(scan("a"), scan("gone")), null));
        var order = new ImportOrder("ASFF", list(scan("a"), scan("b")), null, Map.of(), SCANS, false, true);
        FindingImportRun run = run(order);
        assertThat(run.counts()).isEqualTo(new ImportCounts(1, 0, 0, 1, 1, 0));
        assertThat(run.id()).isEmpty();
        assertThat(states()).isEqualTo(Map.of("a", RecordState.ACTIVE, "gone", RecordState.ACTIVE));
        assertThat(hub.importer.list(hub.call(HOME), PageRequest.first(9)).items())
                .hasSize(1);
    }

    @Test
    void makesFindingsFitWhenAskedTo() {
        String content = list(scan("a").title("t".repeat(300)));
        assertThat(run(order(content, null)).counts().failed()).isEqualTo(1);
        FindingImportRun run = run(new ImportOrder("ASFF", content, null, Map.of(), null, true, false));
        assertThat(run.counts().created()).isEqualTo(1);
        assertThat(run.warnings()).containsExactly("a: data.Title was cut to 256 characters");
    }

    @Test
    void takesNativeFindingsOfAcceptedProductsOnly() {
        String content = """
                {"arn":"arn:aws:guardduty:eu-west-1:123456789012:detector/d/finding/f","accountId":"123456789012",
                 "region":"eu-west-1","id":"f","type":"Recon:EC2/Portscan","severity":5,"title":"t","description":"d",
                 "createdAt":"2026-03-01T00:00:00Z","updatedAt":"2026-03-01T00:00:00Z","service":{},"resource":{}}""";
        var order = new ImportOrder("GUARDDUTY", content, null, Map.of(), null, false, false);
        assertThat(run(order).failures().getFirst().code()).isEqualTo("InvalidAccess");
        hub.integrations.enable(hub.call(HOME), GUARDDUTY);
        assertThat(run(order).counts().created()).isEqualTo(1);
        assertThat(hub.findings(HOME).getFirst().document().path("ProductName").stringValue())
                .isEqualTo("GuardDuty");
    }

    @Test
    void speaksForConnectedProductsButNotForThePlatformsOwn() {
        hub.integrations.enable(hub.call(HOME), GUARDDUTY);
        FindingImportRun run = run(order(
                list(
                        scan("a").product(GUARDDUTY),
                        scan("b").product("arn:aws:securityhub:eu-west-1::product/aws/iot-device-defender-audit"),
                        scan("c").account("999999999999")),
                null));
        assertThat(run.counts()).isEqualTo(new ImportCounts(1, 0, 0, 0, 0, 2));
        assertThat(run.failures()).extracting(ImportReport.Failure::id).containsExactly("b", "c");
    }

    @Test
    void refusesOrdersItCannotCarryOut() {
        assertRefused(new ImportOrder("XML", "[]", null, Map.of(), null, false, false), "format must be one of ASFF, ");
        assertRefused(order("[1", null), "content must be JSON; line 1 is not");
        assertRefused(order("[]", new Coverage(null, null, "")), "closeCovered must name generators or resources");
        assertRefused(order("[]", new Coverage("no/such", "x", null)), "closeCovered.product must be a product");
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> hub.importer.describe(hub.call(HOME), "none"))
                .withMessage("There is no import none");
    }

    @Test
    void undoesWhatWasNotChangedSince() {
        run(order(list(scan("closed"), scan("touched")), null));
        FindingImportRun run = run(order(list(scan("new"), scan("changed")), SCANS));
        run(order(
                list(
                        scan("changed").updatedAt("2026-03-05T00:00:00Z"),
                        scan("touched").updatedAt("2026-03-05T00:00:00Z")),
                null));

        assertThat(hub.undo.undo(hub.call(HOME), run.id())).isEqualTo(new FindingImportUndo.Undone(1, 1, 2));
        assertThat(states())
                .isEqualTo(Map.of(
                        "closed", RecordState.ACTIVE,
                        "touched", RecordState.ACTIVE,
                        "new", RecordState.ARCHIVED,
                        "changed", RecordState.ACTIVE));
        assertThat(hub.importer.describe(hub.call(HOME), run.id()).undoneAt()).isEqualTo(hub.clock.instant());
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> hub.undo.undo(hub.call(HOME), run.id()))
                .withMessage("import " + run.id() + " is undone already");
        assertThatExceptionOfType(ApiException.class).isThrownBy(() -> hub.undo.undo(hub.call(HOME), "none"));
    }

    @Test
    void knowsWhatItHasDoneWheneverTheProcessDies() {
        String content = IntStream.range(0, 250)
                .mapToObj(i -> scan("f" + i).sent().toString())
                .collect(Collectors.joining("\n"));
        boolean isDone = false;
        int deaths = 0;
        while (!isDone) {
            var stored = new HubFixture().enabled(HOME);
            isDone = !diesAfter(deaths, stored, order(content, null));
            deaths++;
            List<FindingImportRun> runs = stored.importer
                    .list(stored.call(HOME), PageRequest.first(9))
                    .items();
            int noted = runs.isEmpty()
                    ? 0
                    : stored.transactions.<Integer>read(tx -> stored.runs
                            .entries(tx, HOME, runs.getFirst().id(), PageRequest.first(1000))
                            .items()
                            .size());
            assertThat(stored.findings(HOME)).hasSize(noted);
            stored.clock.advance(Duration.ofHours(2));
            assertThat(stored.importer
                            .run(stored.call(HOME), order(content, null))
                            .counts()
                            .created())
                    .isEqualTo(250 - noted);
        }
        assertThat(deaths).isGreaterThan(5);
    }

    /** Imports in a process that dies before the transaction after so many; answers whether it came to that. */
    private static boolean diesAfter(int transactions, HubFixture stored, ImportOrder order) {
        var mortal = new MortalTransactions(stored.transactions);
        var surroundings = new FindingImporter.Surroundings(
                mortal, stored.stores, stored.products, stored.changes, Retention.STANDARD, stored.clock);
        var importer = new FindingImporter(surroundings, stored.imports, stored.runs, stored.ids);
        mortal.dieAfter(transactions);
        try {
            importer.run(stored.call(HOME), order);
            return false;
        } catch (MortalTransactions.Death death) {
            return true;
        }
    }

    @Test
    void undoesAnInterruptedRunOnceItCannotBeUnderWay() {
        FindingImportRun run = run(order(list(scan("a")), null));
        var interrupted = new FindingImportRun(
                run.id(),
                run.format(),
                run.importedBy(),
                run.startedAt(),
                null,
                null,
                null,
                null,
                run.counts(),
                List.of(),
                List.of());
        hub.transactions.change(tx -> hub.runs.save(tx, HOME, interrupted));
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> hub.undo.undo(hub.call(HOME), run.id()))
                .withMessage("import " + run.id() + " is under way");
        hub.clock.advance(Duration.ofHours(2));
        assertThat(hub.undo.undo(hub.call(HOME), run.id()).archived()).isEqualTo(1);
    }

    @Test
    void forgetsRunsOfLongAgo() {
        FindingImportRun old = run(order("[]", null));
        hub.clock.advance(Duration.ofDays(91));
        run(order("[]", null));
        assertThat(hub.importer.list(hub.call(HOME), PageRequest.first(9)).items())
                .extracting(FindingImportRun::id)
                .hasSize(1)
                .doesNotContain(old.id());
    }

    private void assertRefused(ImportOrder order, String message) {
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> hub.importer.run(hub.call(HOME), order))
                .withMessageStartingWith(message);
    }

    /** Runs a minute after the last. */
    private FindingImportRun run(ImportOrder order) {
        hub.clock.advance(Duration.ofMinutes(1));
        return hub.importer.run(hub.call(HOME), order);
    }

    private static ImportOrder order(String content, @Nullable Coverage closed) {
        return new ImportOrder("ASFF", content, null, Map.of(), closed, false, false);
    }

    private static FindingBuilder scan(String id) {
        return aFinding().id(id);
    }

    private static String resources(String... ids) {
        return Arrays.stream(ids)
                .map(id -> "{\"Type\":\"Other\",\"Id\":\"" + id + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String list(FindingBuilder... findings) {
        return Arrays.stream(findings).map(each -> each.sent().toString()).collect(Collectors.joining(",", "[", "]"));
    }

    private Map<String, RecordState> states() {
        var states = new HashMap<String, RecordState>();
        for (Finding finding : hub.findings(HOME)) {
            states.put(finding.id(), finding.recordState());
        }
        return states;
    }
}
