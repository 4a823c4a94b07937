// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import static io.fleetward.hub.finding.FindingBuilder.HOME;
import static io.fleetward.hub.finding.FindingBuilder.aFinding;
import static io.fleetward.hub.finding.FindingBuilder.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.hub.FindingGroups.Question;
import io.fleetward.application.store.Transactions;
import io.fleetward.hub.filter.FilterGenerator;
import io.fleetward.hub.filter.FilterKey;
import io.fleetward.hub.filter.FilterParser;
import io.fleetward.hub.filter.FilterResult;
import io.fleetward.hub.filter.FindingFilter;
import io.fleetward.hub.filter.FindingGenerator;
import io.fleetward.hub.filter.NaiveFilter;
import io.fleetward.hub.filter.NaiveValues;
import io.fleetward.hub.finding.Finding;
import io.fleetward.hub.finding.StoredFinding;
import io.fleetward.hub.insight.FindingGroup;
import io.fleetward.hub.insight.FindingSketch;
import io.fleetward.hub.insight.Grouping;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.testkit.Seed;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What counting findings promises: what counting them one by one comes to. */
public abstract class FindingGroupsContract {
    private static final AccountRegion NEIGHBOR = AccountRegion.of("999999999999", "eu-west-1");
    private static final AccountRegion OTHER_REGION = AccountRegion.of("123456789012", "us-east-1");
    private static final Instant NOW = FilterGenerator.NOW;
    private static final Charset BY_CODE_POINT = StandardCharsets.UTF_8;
    private static final Comparator<FindingGroup> LARGEST_FIRST = (left, right) -> left.count() == right.count()
            ? Arrays.compareUnsigned(
                    left.value().getBytes(BY_CODE_POINT), right.value().getBytes(BY_CODE_POINT))
            : Long.compare(right.count(), left.count());

    /** What sketches decide; filters of nothing else are counted without a look at findings. */
    private static final List<FilterKey> USUAL =
            Stream.of(FilterKey.values()).filter(FindingSketch::keeps).toList();

    protected abstract Transactions transactions();

    protected abstract Findings findings();

    protected abstract FindingGroups groups();

    /** Happens to the stored findings before they are counted. */
    protected void age() {}

    @Test
    void countsEveryResourceOfTheFindingsThatMatch() {
        String mixed =
                "[{\"Type\":\"AwsIotPolicy\",\"Id\":\"p\"},{\"Type\":\"Other\",\"Id\":\"o\"},{\"Type\":\"Other\",\"Id\":\"o\"}]";
        save(
                HOME,
                aFinding().id("one").with("Resources", mixed).stored(NOW),
                aFinding().id("two").stored(NOW));
        String policies = "{'ResourceType':[{'Value':'AwsIotPolicy'}]}";
        assertThat(count(HOME, policies, "ResourceId", 9))
                .containsExactly(new FindingGroup("o", 1), new FindingGroup("p", 1));
        assertThat(count(HOME, policies, "ResourceType", 9))
                .containsExactly(new FindingGroup("AwsIotPolicy", 1), new FindingGroup("Other", 1));
        assertThat(count(HOME, "{}", "ResourceType", 1)).containsExactly(new FindingGroup("Other", 2));
        assertThat(count(HOME, "{}", "SeverityNormalized", 9)).containsExactly(new FindingGroup("70", 2));
        assertThat(count(HOME, "{}", "NetworkSourceIpV4", 9)).isEmpty();
    }

    @Test
    void countsNothingOfOtherAccountsAndRegions() {
        save(HOME, aFinding().stored(NOW));
        for (AccountRegion stranger : List.of(NEIGHBOR, OTHER_REGION)) {
            for (String attribute : List.of("SeverityLabel", "ResourceId", "Title", "Description")) {
                assertThat(count(stranger, "{}", attribute, 9)).isEmpty();
            }
        }
    }

    @Test
    void countsWhatSeveralOwnersHaveTogether() {
        save(HOME, aFinding().id("low").with("Severity", "{\"Label\":\"LOW\"}").stored(NOW));
        save(HOME, aFinding().stored(NOW));
        save(
                NEIGHBOR,
                aFinding().stored(NOW),
                aFinding().id("archived").archived().stored(NOW));
        save(OTHER_REGION, aFinding().id("unasked").stored(NOW));
        List<AccountRegion> owners = List.of(HOME, NEIGHBOR);
        for (String attribute : List.of("SeverityLabel", "Title", "ResourceId", "Description")) {
            assertThat(count(owners, "{}", attribute).stream()
                            .mapToLong(FindingGroup::count)
                            .sum())
                    .as(attribute)
                    .isEqualTo(4);
        }
        String active = "{'RecordState':[{'Value':'ACTIVE'}]}";
        assertThat(count(owners, active, "SeverityLabel"))
                .containsExactly(new FindingGroup("HIGH", 2), new FindingGroup("LOW", 1));
        assertThat(count(owners, active, "ResourceId")).containsExactly(new FindingGroup("dev-42", 3));
        assertThat(count(List.of(NEIGHBOR, OTHER_REGION), active, "ResourceId"))
                .containsExactly(new FindingGroup("dev-42", 2));
    }

    @Test
    void followsChangesAndTransactionsThatFail() {
        StoredFinding open = aFinding().id("one").stored(NOW);
        save(HOME, open, aFinding().id("two").stored(NOW));
        StoredFinding archived = revised(aFinding().id("one").archived().stored(NOW));
        save(HOME, archived);
        String active = "{'RecordState':[{'Value':'ACTIVE'}]}";
        assertThat(count(HOME, active, "ResourceId", 9)).containsExactly(new FindingGroup("dev-42", 1));
        assertThat(count(HOME, "{}", "RecordState", 9))
                .containsExactly(new FindingGroup("ACTIVE", 1), new FindingGroup("ARCHIVED", 1));
        try {
            transactions().change(tx -> {
                findings().delete(tx, HOME, List.of(archived.key()));
                throw new IllegalArgumentException("told to fail");
            });
        } catch (IllegalArgumentException expected) {
            assertThat(expected).hasMessage("told to fail");
        }
        assertThat(count(HOME, "{}", "ResourceId", 9)).containsExactly(new FindingGroup("dev-42", 2));
        transactions().change(tx -> findings().delete(tx, HOME, List.of(archived.key(), archived.key())));
        assertThat(count(HOME, "{}", "RecordState", 9)).containsExactly(new FindingGroup("ACTIVE", 1));
        assertThat(count(HOME, "{}", "ResourceId", 9)).containsExactly(new FindingGroup("dev-42", 1));
    }

    @Test
    void countsAsOneByOneWhateverIsAskedAndHappened() {
        Seed seed = Seed.current();
        RandomGenerator random = seed.generator();
        List<Finding> own = happen(HOME, random);
        var stored = new ArrayList<>(own);
        stored.addAll(happen(NEIGHBOR, random));
        happen(OTHER_REGION, random);
        age();
        var filters = new FilterGenerator(random);
        var naive = new NaiveFilter(NOW);
        var groupings = Stream.of(FilterKey.values())
                .filter(FindingGroupsContract::isCountable)
                .toList();
        for (int i = 0; i < 600; i++) {
            ObjectNode sent = i % 2 == 0 ? filters.of(USUAL) : filters.next();
            FilterKey by = i < groupings.size()
                    ? groupings.get(i)
                    : List.of(FilterKey.RESOURCE_ID, FilterKey.TITLE, FilterKey.GENERATOR_ID, FilterKey.TYPE)
                            .get(i % 4);
            int limit = 1 + random.nextInt(30);
            boolean isOfSeveral = random.nextInt(3) == 0;
            List<AccountRegion> owners = isOfSeveral ? List.of(HOME, NEIGHBOR) : List.of(HOME);
            List<FindingGroup> expected =
                    oneByOne(isOfSeveral ? stored : own, finding -> naive.matches(sent, finding), by).stream()
                            .sorted(LARGEST_FIRST)
                            .limit(limit)
                            .toList();
            assertThat(count(owners, sent, new Grouping(by), limit))
                    .as("%s: %s by %s of %s", seed, sent, by, owners)
                    .isEqualTo(expected);
        }
    }

    /** Findings come, change and go; answers those that are left. */
    private List<Finding> happen(AccountRegion scope, RandomGenerator random) {
        var generator = new FindingGenerator(random);
        var left = new ArrayList<StoredFinding>();
        for (int i = 0; i < 150; i++) {
            left.add(generator.next());
        }
        save(scope, left.toArray(StoredFinding[]::new));
        var changed = new ArrayList<StoredFinding>();
        for (int i = 0; i < 60; i++) {
            Finding old = left.get(i).finding();
            ObjectNode document = generator.next().finding().copy();
            document.put("Id", old.id()).put("ProductArn", old.productArn());
            changed.add(
                    revised(new StoredFinding(new Finding(document), left.get(i).customerTouched(), 1)));
            left.set(i, changed.getLast());
        }
        save(scope, changed.toArray(StoredFinding[]::new));
        List<StoredFinding> gone = left.subList(40, 80);
        transactions()
                .change(tx -> findings()
                        .delete(tx, scope, gone.stream().map(StoredFinding::key).toList()));
        gone.clear();
        return left.stream().map(StoredFinding::finding).toList();
    }

    private static List<FindingGroup> oneByOne(List<Finding> findings, Predicate<JsonNode> match, FilterKey by) {
        Map<String, Long> counts = new HashMap<>();
        for (Finding finding : findings) {
            if (match.test(finding.document())) {
                NaiveValues.at(finding.document(), by.path().toString()).stream()
                        .map(FindingGroupsContract::text)
                        .distinct()
                        .forEach(value -> counts.merge(value, 1L, Long::sum));
            }
        }
        var groups = new ArrayList<FindingGroup>();
        counts.forEach((value, count) -> groups.add(new FindingGroup(value, count)));
        return groups;
    }

    private static String text(JsonNode value) {
        return value.isNumber()
                ? new BigDecimal(value.toString()).stripTrailingZeros().toPlainString()
                : value.stringValue();
    }

    private static boolean isCountable(FilterKey key) {
        return switch (key.type()) {
            case TEXT, NUMBER, ADDRESS -> true;
            case DATE, FLAG, MAP, KEYWORD -> false;
        };
    }

    private static StoredFinding revised(StoredFinding finding) {
        return new StoredFinding(finding.finding(), finding.customerTouched(), 2);
    }

    private void save(AccountRegion scope, StoredFinding... saved) {
        transactions().change(tx -> findings().save(tx, scope, List.of(saved)));
    }

    private List<FindingGroup> count(AccountRegion scope, String filters, String attribute, int limit) {
        Grouping by = Objects.requireNonNull(Grouping.named(attribute));
        return count(List.of(scope), object(filters.replace('\'', '"')), by, limit);
    }

    private List<FindingGroup> count(List<AccountRegion> owners, String filters, String attribute) {
        Grouping by = Objects.requireNonNull(Grouping.named(attribute));
        return count(owners, object(filters.replace('\'', '"')), by, 9);
    }

    private List<FindingGroup> count(List<AccountRegion> owners, ObjectNode filters, Grouping by, int limit) {
        var question = new Question(filter(filters), by, limit);
        return transactions().read(tx -> groups().largest(tx, owners, question));
    }

    private static FindingFilter filter(ObjectNode sent) {
        return switch (new FilterParser(NOW).parse(sent)) {
            case FilterResult.Parsed parsed -> parsed.filter();
            case FilterResult.Refused refused -> throw new AssertionError(refused.problems() + " in " + sent);
        };
    }
}
