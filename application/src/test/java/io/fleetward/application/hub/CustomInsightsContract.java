// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import static io.fleetward.hub.finding.FindingBuilder.HOME;
import static io.fleetward.hub.finding.FindingBuilder.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.store.Transactions;
import io.fleetward.hub.filter.FilterKey;
import io.fleetward.hub.insight.Grouping;
import io.fleetward.hub.insight.Insight;
import io.fleetward.kernel.AccountRegion;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a store of insights promises. */
public abstract class CustomInsightsContract {
    private static final AccountRegion NEIGHBOR = AccountRegion.of("999999999999", "eu-west-1");
    private static final AccountRegion OTHER_REGION = AccountRegion.of("123456789012", "us-east-1");

    protected abstract Transactions transactions();

    protected abstract CustomInsights insights();

    @Test
    void keepsInsightsAsTheyWereLastSaved() {
        Insight first = insight("arn:one", "first", FilterKey.RESOURCE_ID);
        Insight second = insight("arn:one", "second \uD83D\uDE00", FilterKey.SEVERITY_LABEL);
        save(HOME, first);
        assertThat(find(HOME, "arn:one")).isEqualTo(first);
        save(HOME, second);
        assertThat(find(HOME, "arn:one")).isEqualTo(second);
        assertThat(find(HOME, "arn:two")).isNull();
    }

    @Test
    void listsAndForgetsOnlyWhatIsOfTheAccountAndRegion() {
        Insight one = insight("arn:one", "one", FilterKey.TITLE);
        Insight two = insight("arn:two", "two", FilterKey.TITLE);
        save(HOME, two);
        save(HOME, one);
        for (AccountRegion stranger : List.of(NEIGHBOR, OTHER_REGION)) {
            assertThat(all(stranger)).isEmpty();
            assertThat(find(stranger, "arn:one")).isNull();
            assertThat(remove(stranger)).isFalse();
            transactions().change(tx -> insights().removeAll(tx, stranger));
        }
        assertThat(all(HOME)).containsExactly(one, two);
        assertThat(remove(HOME)).isTrue();
        assertThat(remove(HOME)).isFalse();
        assertThat(all(HOME)).containsExactly(two);
        transactions().change(tx -> insights().removeAll(tx, HOME));
        assertThat(all(HOME)).isEmpty();
    }

    private @Nullable Insight find(AccountRegion scope, String arn) {
        return transactions().read(tx -> insights().find(tx, scope, arn));
    }

    private List<Insight> all(AccountRegion scope) {
        return transactions().read(tx -> insights().all(tx, scope));
    }

    private boolean remove(AccountRegion scope) {
        return transactions().write(tx -> insights().remove(tx, scope, "arn:one"));
    }

    private void save(AccountRegion scope, Insight insight) {
        transactions().change(tx -> insights().save(tx, scope, insight));
    }

    private static Insight insight(String arn, String name, FilterKey by) {
        return new Insight(arn, name, object("{\"Title\":[{\"Value\":\"" + name + "\"}]}"), new Grouping(by));
    }
}
