// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import static io.fleetward.hub.finding.FindingBuilder.HOME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.HubError;
import io.fleetward.application.hub.FindingQueries.SortCriterion;
import io.fleetward.application.store.OutOfPatienceException;
import io.fleetward.hub.filter.FindingQuery;
import io.fleetward.hub.finding.Retention;
import io.fleetward.kernel.PageRequest;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FindingQueriesTest {
    private final HubFixture hub = new HubFixture().enabled(HOME);

    /** A store that gives up at once on whatever somebody waits for. */
    private final Findings slow = (Findings) Proxy.newProxyInstance(
            Findings.class.getClassLoader(), new Class<?>[] {Findings.class}, (proxy, method, arguments) -> {
                FindingQuery query = Stream.of(arguments)
                        .filter(FindingQuery.class::isInstance)
                        .map(FindingQuery.class::cast)
                        .findFirst()
                        .orElseThrow();
                throw new OutOfPatienceException(Objects.requireNonNull(query.patience()));
            });

    @Test
    void saysWhatToDoWhenThereIsTooMuchToLookThrough() {
        var stores = new HubStores(
                hub.stores.hubs(),
                hub.stores.products(),
                slow,
                hub.stores.history(),
                hub.stores.automation(),
                hub.stores.links());
        var queries = new FindingQueries(hub.transactions, stores, Retention.STANDARD);
        var byNote = List.of(new SortCriterion("NoteText", true));
        assertThatThrownBy(() -> queries.find(hub.call(HOME), null, byNote, PageRequest.first(10)))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(HubError.INVALID_INPUT))
                .hasMessageContaining("SortCriteria")
                .hasMessageContaining("narrow the filters");
    }
}
