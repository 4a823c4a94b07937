// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub.standard;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.hub.standard.ControlReports.Told;
import io.fleetward.application.hub.standard.ControlWork.Item;
import io.fleetward.application.hub.standard.ControlWork.Progress;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.standard.ControlReport;
import io.fleetward.hub.standard.TagRequirement;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

/** What the stores of standards and controls promise. */
public abstract class StandardStoresContract {
    private static final AccountRegion HOME = AccountRegion.of("123456789012", "eu-west-1");
    private static final AccountRegion NEIGHBOR = AccountRegion.of("123456789012", "us-east-1");
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00.123Z");

    protected abstract StandardStores stores();

    @Test
    void holdsAccountsToStandards() {
        var one = new StandardSubscription("one/v/1", NOW, NOW);
        var other = new StandardSubscription("other/v/1", NOW, NOW.plusSeconds(9));
        change(tx -> {
            stores().subscriptions().put(tx, HOME, other);
            stores().subscriptions().put(tx, HOME, new StandardSubscription("one/v/1", NOW, NOW.plusSeconds(5)));
            stores().subscriptions().put(tx, HOME, one);
            stores().subscriptions().put(tx, NEIGHBOR, other);
        });
        assertThat(read(tx -> stores().subscriptions().of(tx, HOME))).containsExactly(one, other);
        assertThat(read(tx -> stores().subscriptions().refreshedBefore(tx, NOW.plusSeconds(1))))
                .containsExactly(HOME);
        assertThat(read(tx -> stores().subscriptions().refreshedBefore(tx, NOW.plusSeconds(10))))
                .containsExactly(HOME, NEIGHBOR);
        assertThat(read(tx -> stores().subscriptions().refreshedBefore(tx, NOW)))
                .isEmpty();
        assertThat(remove("other/v/1")).isTrue();
        assertThat(remove("other/v/1")).isFalse();
        assertThat(read(tx -> stores().subscriptions().of(tx, NEIGHBOR))).containsExactly(other);
    }

    @Test
    void keepsWhatWasSwitchedAndCustomized() {
        var off = new ControlAssociation("one/v/1", "IoT.1", false, "not ours", NOW);
        var on = new ControlAssociation("other/v/1", "IoT.1", true, null, NOW);
        var keys = new ControlCustomization("IoT.1", new TagRequirement(List.of("team", "cost,\"center")), "policy");
        var reset = new ControlCustomization("IoT.2", null, null);
        change(tx -> {
            stores().settings().put(tx, HOME, new ControlAssociation("one/v/1", "IoT.1", true, null, NOW));
            stores().settings().put(tx, HOME, off);
            stores().settings().put(tx, HOME, on);
            stores().settings().put(tx, NEIGHBOR, off);
            stores().settings().put(tx, HOME, reset);
            stores().settings().put(tx, HOME, new ControlCustomization("IoT.1", null, null));
            stores().settings().put(tx, HOME, keys);
        });
        assertThat(read(tx -> stores().settings().associations(tx, HOME))).containsExactly(off, on);
        assertThat(read(tx -> stores().settings().customizations(tx, HOME))).containsExactly(keys, reset);
        assertThat(read(tx -> stores().settings().customizations(tx, NEIGHBOR))).isEmpty();
        change(tx -> stores().settings().removeAssociations(tx, HOME, "one/v/1"));
        assertThat(read(tx -> stores().settings().associations(tx, HOME))).containsExactly(on);
        assertThat(read(tx -> stores().settings().associations(tx, NEIGHBOR))).containsExactly(off);
    }

    @Test
    void remembersWhatTheHubWasTold() {
        ControlReport first = report("IoT.1", "a", 1);
        ControlReport second = report("IoT.1", "b", 2);
        change(tx -> {
            stores().reports().put(tx, HOME, List.of(report("IoT.1", "a", 0), second));
            stores().reports().put(tx, HOME, List.of(first, report("IoT.2", "a", 0)));
            stores().reports().put(tx, NEIGHBOR, List.of(report("IoT.1", "a", 0)));
            stores().reports().put(tx, NEIGHBOR, List.of());
        });
        assertThat(find("a", "b", "c")).containsExactly(first, second);
        assertThat(find("b")).containsExactly(second);
        assertThat(toldBefore(2, 9)).containsExactly(first);
        assertThat(toldBefore(3, 9)).containsExactly(first, second);
        assertThat(toldBefore(3, 1)).containsExactly(first);
        change(tx -> stores().reports().remove(tx, HOME, "IoT.1", List.of("a", "c")));
        assertThat(find("a", "b")).containsExactly(second);
        assertThat(read(tx -> stores().reports().find(tx, HOME, "IoT.2", List.of("a"))))
                .hasSize(1);
        assertThat(read(tx -> stores().reports().find(tx, NEIGHBOR, "IoT.1", List.of("a"))))
                .hasSize(1);
    }

    @Test
    void keepsWhatIsToBeJudgedInItsOrder() {
        change(tx -> {
            stores().work().add(tx, HOME, "IoT.6", null);
            stores().work().add(tx, HOME, "IoT.5", "alias");
            stores().work().add(tx, NEIGHBOR, "IoT.5", "other");
        });
        List<Item> waiting = waiting(9);
        assertThat(waiting).extracting(Item::control).containsExactly("IoT.6", "IoT.5");
        assertThat(waiting).extracting(Item::resource).containsExactly(null, "alias");
        assertThat(waiting).extracting(Item::progress).containsOnlyNulls();
        assertThat(waiting(1)).containsExactly(waiting.getFirst());
        var progress = new Progress(NOW, "some-policy");
        long first = waiting.getFirst().sequence();
        change(tx -> stores().work().advance(tx, NEIGHBOR, first, new Progress(NOW, "x")));
        change(tx -> stores().work().advance(tx, HOME, first, progress));
        assertThat(waiting(1)).containsExactly(new Item(first, "IoT.6", null, progress));
        change(tx -> stores().work().advance(tx, HOME, first, new Progress(NOW, null)));
        assertThat(waiting(1)).containsExactly(new Item(first, "IoT.6", null, new Progress(NOW, null)));
        assertThat(scopes()).containsExactly(HOME, NEIGHBOR);
        change(tx -> stores().work().remove(tx, NEIGHBOR, List.of(first)));
        change(tx -> stores().work().remove(tx, HOME, List.of(first)));
        assertThat(waiting(9)).containsExactly(waiting.getLast());
        change(tx -> stores().work().remove(tx, HOME, List.of(waiting.getLast().sequence())));
        assertThat(scopes()).containsExactly(NEIGHBOR);
    }

    private List<Item> waiting(int limit) {
        return read(tx -> stores().work().waiting(tx, HOME, limit));
    }

    private List<AccountRegion> scopes() {
        return read(stores().work()::scopesWaiting);
    }

    private List<ControlReport> find(String... resources) {
        return read(tx -> stores().reports().find(tx, HOME, "IoT.1", List.of(resources)));
    }

    private List<ControlReport> toldBefore(int seconds, int limit) {
        return read(tx -> stores().reports().toldBefore(tx, HOME, new Told("IoT.1", NOW.plusSeconds(seconds)), limit));
    }

    private void change(Consumer<Tx> work) {
        stores().transactions().change(work);
    }

    private <T> List<T> read(Function<Tx, List<T>> work) {
        return stores().transactions().read(work);
    }

    private boolean remove(String standard) {
        return stores().transactions().write(tx -> stores().subscriptions().remove(tx, HOME, standard));
    }

    private static ControlReport report(String control, String resource, int seconds) {
        return new ControlReport(
                control,
                resource,
                NOW,
                NOW.plusSeconds(seconds),
                JsonNodeFactory.instance.objectNode().put("Id", resource + seconds));
    }
}
