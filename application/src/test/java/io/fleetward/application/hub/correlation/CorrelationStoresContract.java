// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub.correlation;

import static io.fleetward.hub.correlation.CorrelationRuleBuilder.aRule;
import static io.fleetward.hub.finding.FindingBuilder.object;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.hub.correlation.Correlations.Kept;
import io.fleetward.application.store.Transactions;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.correlation.Correlation;
import io.fleetward.hub.correlation.CorrelationRule;
import io.fleetward.hub.correlation.EndsWhen;
import io.fleetward.hub.correlation.JoinKey;
import io.fleetward.hub.correlation.JoinedResource;
import io.fleetward.hub.correlation.Sighting;
import io.fleetward.hub.finding.FindingKey;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the stores of correlation rules and of what these have seen promise. */
public abstract class CorrelationStoresContract {
    private static final AccountRegion HOME = AccountRegion.of("123456789012", "eu-west-1");
    private static final AccountRegion NEIGHBOR = AccountRegion.of("999999999999", "eu-west-1");
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00.123Z");

    protected abstract Transactions transactions();

    protected abstract CorrelationStores stores();

    @Test
    void keepsRulesAsTheyAre() {
        CorrelationRule rule = aRule().id("a").build();
        CorrelationRule other = aRule().id("b")
                .part("any \u2603", "{'CreatedAt':[{'DateRange':{'Value':1,'Unit':'DAYS'}}]}")
                .title("x")
                .joinedBy(JoinKey.THING)
                .ordered()
                .endsWhen(EndsWhen.NEVER)
                .status(CorrelationRule.Status.DISABLED)
                .build();
        put(HOME, rule);
        put(HOME, other);
        assertThat(rules(HOME)).containsExactly(rule, other);
        assertThat(rules(NEIGHBOR)).isEmpty();
        put(HOME, rule.advanced("2:ab"));
        CorrelationRule found = read(tx -> requireNonNull(stores().rules().find(tx, HOME, "a")));
        assertThat(found).isEqualTo(rule.advanced("2:ab"));
        assertThat(rules(HOME)).containsExactly(rule.advanced("2:ab"), other);
    }

    @Test
    void knowsWhoseRulesHaveSomethingToDo() {
        put(HOME, aRule().id("a").build());
        put(NEIGHBOR, aRule().id("a").build().settled());
        List<AccountRegion> working = read(tx -> stores().rules().scopesWorking(tx));
        assertThat(working).containsExactly(HOME);
    }

    @Test
    void removesOneOrAllRules() {
        put(HOME, aRule().id("a").build());
        put(HOME, aRule().id("b").build());
        put(NEIGHBOR, aRule().id("a").build());
        transactions().change(tx -> stores().rules().remove(tx, HOME, "a"));
        assertThat(rules(HOME)).extracting(CorrelationRule::id).containsExactly("b");
        transactions().change(tx -> stores().rules().setVersion(tx, HOME, "one"));
        transactions().change(tx -> stores().rules().setVersion(tx, HOME, "two"));
        assertThat(version(HOME)).isEqualTo("two");
        assertThat(version(NEIGHBOR)).isEmpty();
        transactions().change(tx -> stores().removeAll(tx, HOME));
        assertThat(rules(HOME)).isEmpty();
        assertThat(version(HOME)).isEmpty();
        assertThat(rules(NEIGHBOR)).hasSize(1);
    }

    @Test
    void keepsWhatRulesHaveSeen() {
        Correlation first = correlation("a", "dev-1", false, "one", "two");
        Correlation second = correlation("a", "dev-2", true, "two");
        Correlation third = correlation("b", "dev-1", true, "three");
        keep(HOME, first, second, third);
        assertThat(find(HOME, first, second, third)).containsExactlyInAnyOrder(first, second, third);
        assertThat(find(NEIGHBOR, first)).isEmpty();
        assertThat(find(HOME)).isEmpty();
        Correlation changed = correlation("a", "dev-1", true, "two", "four");
        keep(HOME, changed);
        assertThat(find(HOME, first)).containsExactly(changed);
        int open = read(tx -> stores().correlations().countOpen(tx, HOME, "a"));
        assertThat(open).isEqualTo(2);
    }

    @Test
    void knowsWhereAFindingWasSeen() {
        keep(HOME, correlation("a", "dev-1", false, "one", "two"), correlation("b", "dev-2", false, "two"));
        assertThat(naming(HOME, "two"))
                .containsExactlyInAnyOrder(new Correlation.Key("a", "dev-1"), new Correlation.Key("b", "dev-2"));
        assertThat(naming(HOME, "one", "three")).containsExactly(new Correlation.Key("a", "dev-1"));
        assertThat(naming(NEIGHBOR, "two")).isEmpty();
        keep(HOME, correlation("a", "dev-1", false, "one"));
        assertThat(naming(HOME, "two")).containsExactly(new Correlation.Key("b", "dev-2"));
    }

    @Test
    void forgetsByKeyAndByRuleAndAltogether() {
        Correlation first = correlation("a", "dev-1", false, "one");
        Correlation second = correlation("a", "dev-2", false, "one");
        keep(HOME, first, second, correlation("b", "dev-1", false, "one"));
        keep(NEIGHBOR, first);
        assertThat(active("a", 1)).hasSize(1);
        assertThat(active("a", 9)).containsExactlyInAnyOrder(first, second);
        keep(HOME, correlation("a", "dev-3", true, "one").retired(null), correlation("a", "dev-4", true));
        assertThat(active("a", 9)).hasSize(3);
        transactions().change(tx -> stores().correlations().remove(tx, HOME, List.of(first.key())));
        assertThat(find(HOME, first, second)).containsExactly(second);
        assertThat(naming(HOME, "one")).hasSize(2);
        transactions().change(tx -> stores().removeAll(tx, HOME));
        assertThat(naming(HOME, "one")).isEmpty();
        assertThat(find(NEIGHBOR, first)).containsExactly(first);
    }

    @Test
    void forgetsWhatHasExpiredWhoeverItBelongsTo() {
        Correlation old = correlation("a", "dev-1", false, "one");
        Correlation other = correlation("a", "dev-2", false, "one");
        Correlation young = correlation("a", "dev-3", false, "one");
        keepUntil(HOME, old, NOW);
        keepUntil(NEIGHBOR, other, NOW);
        keepUntil(HOME, young, NOW.plusSeconds(1));
        assertThat(expire(NOW, 9)).isZero();
        assertThat(expire(NOW.plusMillis(1), 1)).isEqualTo(1);
        assertThat(expire(NOW.plusMillis(1), 9)).isEqualTo(1);
        assertThat(find(HOME, old, young)).containsExactly(young);
        assertThat(find(NEIGHBOR, other)).isEmpty();
        assertThat(naming(NEIGHBOR, "one")).isEmpty();
    }

    @Test
    void takesManyAtOnce() {
        List<Correlation> many = IntStream.range(0, 1200)
                .mapToObj(i -> correlation("a", "dev-" + i, false, "one"))
                .toList();
        keep(HOME, many.toArray(Correlation[]::new));
        assertThat(find(HOME, many.toArray(Correlation[]::new))).hasSize(1200);
    }

    private void put(AccountRegion scope, CorrelationRule rule) {
        transactions().change(tx -> stores().rules().put(tx, scope, rule));
    }

    private List<CorrelationRule> rules(AccountRegion scope) {
        return read(tx -> stores().rules().all(tx, scope));
    }

    private String version(AccountRegion scope) {
        return read(tx -> stores().rules().version(tx, scope));
    }

    private void keep(AccountRegion scope, Correlation... rows) {
        List<Kept> kept = Stream.of(rows).map(row -> new Kept(row, NOW)).toList();
        transactions().change(tx -> stores().correlations().put(tx, scope, kept));
    }

    private void keepUntil(AccountRegion scope, Correlation row, Instant moment) {
        transactions().change(tx -> stores().correlations().put(tx, scope, List.of(new Kept(row, moment))));
    }

    private List<Correlation> find(AccountRegion scope, Correlation... rows) {
        List<Correlation.Key> keys = Stream.of(rows).map(Correlation::key).toList();
        return read(tx -> stores().correlations().find(tx, scope, keys));
    }

    private List<Correlation.Key> naming(AccountRegion scope, String... ids) {
        List<FindingKey> keys =
                Stream.of(ids).map(CorrelationStoresContract::key).toList();
        return read(tx -> stores().correlations().naming(tx, scope, keys));
    }

    private List<Correlation> active(String rule, int limit) {
        return read(tx -> stores().correlations().active(tx, HOME, rule, limit));
    }

    private int expire(Instant moment, int limit) {
        return transactions().write(tx -> stores().correlations().removeExpired(tx, moment, limit));
    }

    private <T> T read(Function<Tx, T> question) {
        return transactions().read(question);
    }

    private static Correlation correlation(String rule, String resource, boolean isOpen, String... findings) {
        List<Sighting> sightings = Stream.of(findings)
                .map(id -> new Sighting(1, key(id), NOW.minusSeconds(5), NOW, isOpen))
                .toList();
        var told = isOpen ? object("{\"Id\":\"told \u2603\"}") : null;
        return new Correlation(rule, new JoinedResource("Other", resource), sightings, isOpen, told);
    }

    private static FindingKey key(String id) {
        return new FindingKey("arn:aws:securityhub:eu-west-1:123456789012:product/123456789012/default", id);
    }
}
