// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import static io.fleetward.hub.finding.FindingBuilder.HOME;
import static io.fleetward.hub.finding.FindingBuilder.aFinding;
import static io.fleetward.hub.finding.FindingBuilder.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.store.Transactions;
import io.fleetward.hub.filter.FilterGenerator;
import io.fleetward.hub.filter.FilterParser;
import io.fleetward.hub.filter.FilterResult;
import io.fleetward.hub.filter.FindingFilter;
import io.fleetward.hub.filter.FindingGenerator;
import io.fleetward.hub.filter.FindingOrder;
import io.fleetward.hub.filter.FindingQuery;
import io.fleetward.hub.filter.NaiveFilter;
import io.fleetward.hub.finding.Finding;
import io.fleetward.hub.finding.FindingKey;
import io.fleetward.hub.finding.OwnedFinding;
import io.fleetward.hub.finding.RecordState;
import io.fleetward.hub.finding.SharedField;
import io.fleetward.hub.finding.StoredFinding;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.testkit.Seed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** What a store of findings promises; above all that it finds exactly what filters define, in the order defined. */
public abstract class FindingsContract {
    private static final AccountRegion NEIGHBOR = AccountRegion.of("999999999999", "eu-west-1");
    private static final AccountRegion OTHER_REGION = AccountRegion.of("123456789012", "us-east-1");
    private static final Instant NOW = FilterGenerator.NOW;

    protected abstract Transactions transactions();

    protected abstract Findings findings();

    @Test
    void findsWhatWasSavedAsItWasSaved() {
        StoredFinding plain = aFinding().id("one").stored(NOW);
        var touched = new StoredFinding(
                aFinding().id("two").stored(NOW).finding(), Set.of(SharedField.TYPES, SharedField.SEVERITY), 7);
        save(HOME, plain, touched);
        var found = find(HOME, List.of(plain.key(), touched.key(), key("three")));
        assertThat(found).containsOnlyKeys(plain.key(), touched.key());
        assertThat(found.get(plain.key())).isEqualTo(plain);
        assertThat(found.get(touched.key())).isEqualTo(touched);
    }

    @Test
    void remembersHowAFindingCameForAsLongAsItIsKept() {
        var origin = new StoredFinding.Origin(NOW.plusMillis(1), "arn:aws:iam::123456789012:user/admin");
        StoredFinding first = aFinding().stored(NOW).from(origin);
        save(HOME, first);
        save(HOME, first.changed(aFinding().title("changed").stored(NOW).finding(), Set.of()));
        assertThat(find(HOME, List.of(first.key())).values())
                .extracting(StoredFinding::origin)
                .containsExactly(origin);
        transactions().change(tx -> findings().delete(tx, HOME, List.of(first.key())));
        save(HOME, aFinding().stored(NOW));
        assertThat(find(HOME, List.of(first.key())).values())
                .extracting(StoredFinding::origin)
                .containsOnlyNulls();
    }

    @Test
    void replacesAFindingWithTheSameKey() {
        StoredFinding first = aFinding()
                .title("first")
                .with("Resources", resources("old", "both"))
                .stored(NOW);
        StoredFinding second = new StoredFinding(
                aFinding()
                        .title("second")
                        .with("Resources", resources("both", "new"))
                        .stored(NOW)
                        .finding(),
                Set.of(),
                2);
        save(HOME, first);
        save(HOME, second);
        assertThat(search(HOME, filter("{}"))).containsExactly(second.finding());
        assertThat(search(HOME, filter("{'ResourceId':[{'Value':'old','Comparison':'EQUALS'}]}")))
                .isEmpty();
        assertThat(search(HOME, filter("{'ResourceId':[{'Value':'new','Comparison':'EQUALS'}]}")))
                .hasSize(1);
        assertThat(search(HOME, filter("{'ResourceId':[{'Value':'both','Comparison':'EQUALS'}]}")))
                .hasSize(1);
    }

    @Test
    void findsByBothSpellingsOfAPartnersArn() {
        StoredFinding finding = aFinding()
                .product("arn:aws:securityhub:eu-west-1:956882708938:product/sumologicinc/sumologic-mda")
                .stored(NOW);
        save(HOME, finding);
        var other = new FindingKey(
                "arn:aws:securityhub:eu-west-1::product/sumologicinc/sumologic-mda",
                finding.finding().id());
        assertThat(find(HOME, List.of(other))).containsKey(other);
    }

    @Test
    void findsWhatBeginsWithTheLastOfAllCharacters() {
        String last = Character.toString(Character.MAX_CODE_POINT);
        save(
                HOME,
                at(last + "a", "2026-01-01T00:00:01Z"),
                at("b", "2026-01-01T00:00:02Z"),
                at("c", "2026-01-01T00:00:03Z"));
        FindingFilter filter =
                filter("{'Id':[{'Value':'" + last + "','Comparison':'PREFIX'},{'Value':'b','Comparison':'EQUALS'}]}");
        assertThat(ids(search(HOME, filter))).containsExactly("b", last + "a");
    }

    @Test
    void showsNothingToOtherAccountsAndRegions() {
        StoredFinding secret = aFinding().stored(NOW);
        save(HOME, secret);
        for (AccountRegion stranger : List.of(NEIGHBOR, OTHER_REGION)) {
            assertThat(find(stranger, List.of(secret.key()))).isEmpty();
            assertThat(search(stranger, FindingFilter.ALL)).isEmpty();
            assertThat(search(stranger, filter("{'ResourceId':[{'Value':'dev-42','Comparison':'EQUALS'}]}")))
                    .isEmpty();
            assertThat(search(stranger, filter("{'Id':[{'Value':'scan','Comparison':'PREFIX'}]}")))
                    .isEmpty();
            transactions().change(tx -> findings().delete(tx, stranger, List.of(secret.key())));
            var processed = new Findings.Processed(stranger, RecordState.ACTIVE, NOW.plus(Duration.ofDays(999)));
            assertThat(processed(processed)).isEmpty();
        }
        assertThat(search(HOME, FindingFilter.ALL)).hasSize(1);
    }

    @Test
    void deletesFindingsAndWhatTheyWereFoundBy() {
        StoredFinding gone = aFinding().id("gone").stored(NOW);
        StoredFinding kept = aFinding().id("kept").stored(NOW);
        save(HOME, gone, kept);
        transactions().change(tx -> findings().delete(tx, HOME, List.of(gone.key())));
        assertThat(search(HOME, filter("{'ResourceId':[{'Value':'dev-42','Comparison':'EQUALS'}]}")))
                .containsExactly(kept.finding());
    }

    @Test
    void namesFindingsOfAStateThatWereProcessedBefore() {
        StoredFinding old = aFinding().id("old").stored(NOW.minusSeconds(1));
        StoredFinding archived = aFinding().id("archived").archived().stored(NOW.minusSeconds(1));
        StoredFinding fresh = aFinding().id("fresh").stored(NOW);
        save(HOME, old, archived, fresh);
        var query = new Findings.Processed(HOME, RecordState.ACTIVE, NOW);
        assertThat(processed(query)).containsExactly(old.key());
        var archivedQuery = new Findings.Processed(HOME, RecordState.ARCHIVED, NOW);
        assertThat(processed(archivedQuery)).containsExactly(archived.key());
    }

    @Test
    void takesBackEverythingWhenTheTransactionFails() {
        StoredFinding kept = aFinding().id("kept").stored(NOW);
        save(HOME, kept);
        try {
            transactions().change(tx -> {
                findings().save(tx, HOME, List.of(aFinding().id("lost").stored(NOW)));
                findings().delete(tx, HOME, List.of(kept.key()));
                throw new IllegalArgumentException("told to fail");
            });
        } catch (IllegalArgumentException expected) {
            assertThat(expected).hasMessage("told to fail");
        }
        assertThat(search(HOME, FindingFilter.ALL)).containsExactly(kept.finding());
    }

    @Test
    void keepsPagesRightWhileFindingsComeAndGo() {
        for (int i = 0; i < 9; i++) {
            save(HOME, at("f" + i, "2026-03-0" + (i + 1) + "T00:00:00Z"));
        }
        var query = new FindingQuery(FindingFilter.ALL, FindingOrder.STANDARD);
        Page<Finding> first = page(HOME, query, new PageRequest(3, null));
        assertThat(ids(first.items())).containsExactly("f8", "f7", "f6");
        save(HOME, at("later", "2026-03-20T00:00:00Z"), at("between", "2026-03-05T12:00:00Z"));
        transactions().change(tx -> findings().delete(tx, HOME, List.of(key("f6"), key("f5"))));
        Page<Finding> second = page(HOME, query, new PageRequest(3, first.next()));
        assertThat(ids(second.items())).containsExactly("between", "f4", "f3");
        Page<Finding> third = page(HOME, query, new PageRequest(3, second.next()));
        assertThat(ids(third.items())).containsExactly("f2", "f1", "f0");
        assertThat(third.next()).isNull();
    }

    @Test
    void findsWhatFiltersDefineInTheOrderDefined() {
        Seed seed = Seed.current();
        RandomGenerator random = seed.generator();
        var generator = new FindingGenerator(random);
        var stored = new ArrayList<StoredFinding>();
        for (int i = 0; i < 90; i++) {
            stored.add(generator.next());
        }
        save(HOME, stored.toArray(StoredFinding[]::new));
        var filters = new FilterGenerator(random);
        for (int i = 0; i < 150; i++) {
            ObjectNode sent = filters.next();
            FindingFilter filter = filter(sent);
            FindingOrder order = i % 3 == 0 ? FindingOrder.STANDARD : filters.order();
            List<Finding> matching = stored.stream()
                    .map(StoredFinding::finding)
                    .filter(filter::matches)
                    .toList();
            List<String> expected = ids(sorted(order, matching));
            int size = 1 + random.nextInt(40);
            assertThat(ids(all(HOME, new FindingQuery(filter, order), size)))
                    .as("%s with %s in order %s, pages of %d", seed, sent, order, size)
                    .isEqualTo(expected);
        }
    }

    /** Two thousand findings, each seen by a hundred of two thousand filters, judged the slow way. */
    @Test
    void findsWhatANaiveReadingOfFiltersFinds() {
        Seed seed = Seed.current();
        RandomGenerator random = seed.generator();
        var generator = new FindingGenerator(random);
        var filters = new FilterGenerator(random);
        var naive = new NaiveFilter(NOW);
        for (int account = 0; account < 20; account++) {
            AccountRegion scope = AccountRegion.of("%012d".formatted(account), "eu-west-1");
            List<StoredFinding> stored =
                    Stream.generate(generator::next).limit(100).toList();
            save(scope, stored.toArray(StoredFinding[]::new));
            for (int i = 0; i < 100; i++) {
                ObjectNode sent = filters.next();
                List<String> expected = stored.stream()
                        .map(StoredFinding::finding)
                        .filter(finding -> naive.matches(sent, finding.document()))
                        .map(Finding::id)
                        .toList();
                assertThat(ids(search(scope, filter(sent))))
                        .as("%s: %s", seed, sent)
                        .containsExactlyInAnyOrderElementsOf(expected);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 60, 70})
    void findsAcrossOwnersInOneOrder(int count) {
        Seed seed = Seed.current();
        RandomGenerator random = seed.generator();
        var generator = new FindingGenerator(random);
        List<AccountRegion> owners = IntStream.range(0, count)
                .mapToObj(i -> AccountRegion.of("%012d".formatted(i), i % 3 == 0 ? "us-east-1" : "eu-west-1"))
                .toList();
        var stored = new ArrayList<OwnedFinding>();
        for (int i = 0; i < 60; i++) {
            StoredFinding finding = generator.next();
            // Partners' findings may bear the same name in several accounts.
            for (AccountRegion owner :
                    new HashSet<>(List.of(owners.get(i % count), owners.get(random.nextInt(count))))) {
                save(owner, finding);
                stored.add(new OwnedFinding(owner, finding.finding()));
            }
        }
        save(NEIGHBOR, generator.next());
        var filters = new FilterGenerator(random);
        for (int i = 0; i < 900 / Math.max(count, 15); i++) {
            ObjectNode sent = i % 2 == 0 ? filters.next() : object("{}");
            FindingFilter filter = filter(sent);
            FindingOrder order = i % 3 == 0 ? FindingOrder.STANDARD : filters.order();
            List<OwnedFinding> expected = order.sorted(stored.stream()
                    .filter(owned -> filter.matches(owned.finding()))
                    .toList());
            int size = 1 + random.nextInt(40);
            assertThat(allOwned(owners, new FindingQuery(filter, order), size))
                    .as("%s with %s in order %s, pages of %d", seed, sent, order, size)
                    .isEqualTo(expected);
        }
    }

    @Test
    void findsByNameWhoeverKeepsIt() {
        StoredFinding shared = aFinding().id("shared").stored(NOW);
        StoredFinding lone = aFinding().id("lone").stored(NOW);
        save(HOME, shared, lone);
        save(NEIGHBOR, shared);
        save(OTHER_REGION, shared);
        List<FindingKey> keys = List.of(shared.key(), lone.key());
        var found = transactions().read(tx -> findings().find(tx, List.of(HOME, NEIGHBOR), keys));
        assertThat(found)
                .isEqualTo(Map.of(
                        HOME, Map.of(shared.key(), shared, lone.key(), lone), NEIGHBOR, Map.of(shared.key(), shared)));
    }

    private List<OwnedFinding> allOwned(List<AccountRegion> owners, FindingQuery query, int size) {
        var found = new ArrayList<OwnedFinding>();
        Page<OwnedFinding> page = owned(owners, query, PageRequest.first(size));
        found.addAll(page.items());
        while (page.next() != null) {
            page = owned(owners, query, new PageRequest(size, page.next()));
            found.addAll(page.items());
        }
        return found;
    }

    private List<Finding> all(AccountRegion scope, FindingQuery query, int size) {
        var found = new ArrayList<Finding>();
        Page<Finding> page = page(scope, query, PageRequest.first(size));
        found.addAll(page.items());
        while (page.next() != null) {
            page = page(scope, query, new PageRequest(size, page.next()));
            found.addAll(page.items());
        }
        return found;
    }

    private Page<Finding> page(AccountRegion scope, FindingQuery query, PageRequest request) {
        return owned(List.of(scope), query, request).map(OwnedFinding::finding);
    }

    private Page<OwnedFinding> owned(Collection<AccountRegion> owners, FindingQuery query, PageRequest request) {
        return transactions().read(tx -> findings().search(tx, owners, query, request));
    }

    private static List<Finding> sorted(FindingOrder order, List<Finding> findings) {
        return order
                .sorted(findings.stream()
                        .map(finding -> new OwnedFinding(HOME, finding))
                        .toList())
                .stream()
                .map(OwnedFinding::finding)
                .toList();
    }

    private List<Finding> search(AccountRegion scope, FindingFilter filter) {
        return all(scope, new FindingQuery(filter, FindingOrder.STANDARD), 100);
    }

    private Map<FindingKey, StoredFinding> find(AccountRegion scope, List<FindingKey> keys) {
        return transactions().read(tx -> findings().find(tx, scope, keys));
    }

    private List<FindingKey> processed(Findings.Processed query) {
        return transactions().read(tx -> findings().processedBefore(tx, query, 10));
    }

    private void save(AccountRegion scope, StoredFinding... saved) {
        transactions().change(tx -> findings().save(tx, scope, List.of(saved)));
    }

    private static FindingFilter filter(String json) {
        return filter(object(json.replace('\'', '"')));
    }

    private static FindingFilter filter(ObjectNode sent) {
        return switch (new FilterParser(NOW).parse(sent)) {
            case FilterResult.Parsed parsed -> parsed.filter();
            case FilterResult.Refused refused -> throw new AssertionError(refused.problems() + " in " + sent);
        };
    }

    private static StoredFinding at(String id, String updatedAt) {
        return aFinding().id(id).updatedAt(updatedAt).stored(NOW);
    }

    private static FindingKey key(String id) {
        return aFinding().id(id).stored(NOW).key();
    }

    private static List<String> ids(List<Finding> findings) {
        return findings.stream().map(Finding::id).toList();
    }

    private static String resources(String first, String second) {
        return "[{\"Type\":\"Other\",\"Id\":\"%s\"},{\"Type\":\"Other\",\"Id\":\"%s\"}]".formatted(first, second);
    }
}
