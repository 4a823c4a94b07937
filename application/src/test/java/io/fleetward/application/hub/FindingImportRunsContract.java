// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.hub.FindingImportRun.Effect;
import io.fleetward.application.hub.FindingImportRun.Entry;
import io.fleetward.application.hub.ImportOrder.Coverage;
import io.fleetward.application.hub.ImportReport.Failure;
import io.fleetward.application.store.Transactions;
import io.fleetward.hub.finding.FindingKey;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link FindingImportRuns} promises. */
public abstract class FindingImportRunsContract {
    private static final AccountRegion HOME = AccountRegion.of("123456789012", "eu-west-1");
    private static final AccountRegion NEIGHBOR = AccountRegion.of("999999999999", "eu-west-1");
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00.123Z");
    private static final String PRODUCT = "arn:aws:securityhub:eu-west-1::product/prowler/prowler";

    protected abstract Transactions transactions();

    protected abstract FindingImportRuns runs();

    @Test
    void keepsRunsAsTheyAreAndBecome() {
        FindingImportRun begun = run("a", NOW);
        var ended = new FindingImportRun(
                "a",
                "SARIF",
                "arn:aws:iam::123456789012:user/eve",
                NOW,
                NOW.plusSeconds(1),
                NOW.plusSeconds(2),
                new Coverage("prowler/prowler", "prowler-", null),
                "because",
                new ImportCounts(1, 2, 3, 4, 5, 6),
                List.of(new Failure("i\0\ud800", "InvalidInput", "Ä \"no\"")),
                List.of("data.Title was cut"));
        save(HOME, begun);
        assertThat(find(HOME, "a")).isEqualTo(begun);
        save(HOME, ended);
        assertThat(find(HOME, "a")).isEqualTo(ended);
        assertThat(find(NEIGHBOR, "a")).isNull();
        assertThat(find(HOME, "b")).isNull();
    }

    @Test
    void listsTheLatestFirstByPages() {
        for (FindingImportRun run : List.of(run("b", NOW), run("a", NOW), run("c", NOW.plusSeconds(1)))) {
            save(HOME, run);
        }
        save(NEIGHBOR, run("d", NOW));
        var ids = new ArrayList<String>();
        String after = null;
        do {
            var request = new PageRequest(1, after);
            Page<FindingImportRun> page = transactions().read(tx -> runs().list(tx, HOME, request));
            page.items().forEach(run -> ids.add(run.id()));
            after = page.next();
        } while (after != null);
        assertThat(ids).containsExactly("c", "a", "b");
    }

    @Test
    void keepsTheLastThatARunDidToEachFinding() {
        var keys = new ArrayList<>(List.of(key("1"), key("2"), key("3")));
        keys.sort(Comparator.comparing(FindingKey::fingerprint));
        note(HOME, "a", new Entry(keys.get(1), Effect.CREATED, 1), new Entry(keys.get(0), Effect.CREATED, 1));
        note(HOME, "a", new Entry(keys.get(0), Effect.CREATED, 2), new Entry(keys.get(2), Effect.CLOSED, 7));
        note(HOME, "b", new Entry(keys.get(0), Effect.CLOSED, 3));
        note(NEIGHBOR, "a", new Entry(keys.get(0), Effect.CLOSED, 9));

        Page<Entry> first = entries(new PageRequest(2, null));
        assertThat(first.items())
                .containsExactly(new Entry(keys.get(0), Effect.CREATED, 2), new Entry(keys.get(1), Effect.CREATED, 1));
        Page<Entry> second = entries(new PageRequest(2, first.next()));
        assertThat(second).isEqualTo(new Page<>(List.of(new Entry(keys.get(2), Effect.CLOSED, 7)), null));
    }

    @Test
    void knowsWhichRevisionAClosingLeft() {
        note(HOME, "a", new Entry(key("1"), Effect.CLOSED, 2), new Entry(key("2"), Effect.CREATED, 1));
        note(HOME, "b", new Entry(key("1"), Effect.CLOSED, 4));
        note(NEIGHBOR, "a", new Entry(key("2"), Effect.CLOSED, 9));
        Map<FindingKey, Long> closings =
                transactions().read(tx -> runs().closings(tx, HOME, Set.of(key("1"), key("2"), key("3"))));
        assertThat(closings).isEqualTo(Map.of(key("1"), 4L));
    }

    @Test
    void forgetsTheOldestRunsAndWhatTheyDid() {
        save(HOME, run("a", NOW));
        save(HOME, run("b", NOW.plusSeconds(1)));
        save(HOME, run("c", NOW.plusSeconds(2)));
        save(NEIGHBOR, run("a", NOW));
        note(HOME, "a", new Entry(key("1"), Effect.CLOSED, 2));
        transactions().change(tx -> runs().deleteBefore(tx, HOME, NOW.plusSeconds(2), 1));
        assertThat(find(HOME, "a")).isNull();
        assertThat(find(HOME, "b")).isNotNull();
        assertThat(find(NEIGHBOR, "a")).isNotNull();
        assertThat(entries(new PageRequest(9, null)).items()).isEmpty();
        transactions().change(tx -> runs().deleteBefore(tx, HOME, NOW.plusSeconds(2), 9));
        assertThat(find(HOME, "b")).isNull();
        assertThat(find(HOME, "c")).isNotNull();
    }

    private static FindingKey key(String id) {
        return new FindingKey(PRODUCT, id);
    }

    private static FindingImportRun run(String id, Instant at) {
        return new FindingImportRun(
                id,
                "ASFF",
                "arn:aws:iam::123456789012:user/eve",
                at,
                null,
                null,
                null,
                null,
                new ImportCounts(0, 0, 0, 0, 0, 0),
                List.of(),
                List.of());
    }

    private void save(AccountRegion scope, FindingImportRun run) {
        transactions().change(tx -> runs().save(tx, scope, run));
    }

    private @Nullable FindingImportRun find(AccountRegion scope, String id) {
        return transactions().read(tx -> runs().find(tx, scope, id));
    }

    private void note(AccountRegion scope, String id, Entry... entries) {
        transactions().change(tx -> runs().note(tx, scope, id, List.of(entries)));
    }

    private Page<Entry> entries(PageRequest page) {
        return transactions().read(tx -> runs().entries(tx, HOME, "a", page));
    }
}
