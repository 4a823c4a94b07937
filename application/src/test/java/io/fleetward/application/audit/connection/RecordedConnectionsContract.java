// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.audit.connection.RecordedConnections.Order;
import io.fleetward.application.audit.connection.RecordedConnections.Recording;
import io.fleetward.application.audit.connection.RecordedConnections.Selection;
import io.fleetward.application.store.Transactions;
import io.fleetward.audit.view.PastConnection;
import io.fleetward.audit.view.TimeSpan;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link RecordedConnections} promises. */
public abstract class RecordedConnectionsContract {
    private static final AccountRegion HERE = AccountRegion.of("111122223333", "eu-west-1");
    private static final AccountRegion THERE = AccountRegion.of("111122223333", "us-east-1");

    protected abstract Transactions transactions();

    protected abstract RecordedConnections connections();

    @Test
    void listsWhoWasConnectedInTheSpan() {
        save(
                past("c", "before", 1, 9L),
                past("c", "until", 1, 10L),
                past("c", "inside", 12, 15L),
                past("c", "across", 1, 30L),
                past("c", "open", 19, null),
                past("c", "after", 20, 25L),
                new PastConnection(THERE, "elsewhere", "c", at(12), at(15), null, "192.0.2.1"));

        assertThat(clients(Order.BY_CLIENT, 10, 20)).containsExactly("across", "inside", "open", "until");
    }

    @Test
    void keepsEverythingAboutAConnection() {
        var kept =
                new PastConnection(HERE, "a b\n\"c\"", "user name", at(7), at(8), "DUPLICATE_CLIENTID", "2001:db8::1");
        save(kept);

        assertThat(list(Order.BY_CLIENT, 0, 10)).containsExactly(kept);
    }

    @Test
    void sortsByPrincipalOrByClientAndThenByTime() {
        save(past("p2", "a", 1, 2L), past("p1", "b", 4, 5L), past("p1", "a", 3, 4L), past("p1", "c", 1, 2L));

        assertThat(list(Order.BY_PRINCIPAL, 0, 10))
                .extracting(connection -> connection.principalId() + connection.clientId())
                .containsExactly("p1c", "p1a", "p1b", "p2a");
        assertThat(list(Order.BY_CLIENT, 0, 10))
                .extracting(connection -> connection.clientId() + connection.principalId())
                .containsExactly("ap2", "ap1", "bp1", "cp1");
    }

    @Test
    void listsTheNewestFirst() {
        save(past("p2", "a", 1, 2L), past("p1", "a", 1, 2L), past("p1", "b", 1, null), past("p1", "a", 3, null));
        save(past("p1", "later", 10, null));

        assertThat(latest(null, false)).containsExactly("a3", "a1", "a1", "b1");
        assertThat(latest("a", false)).containsExactly("a3", "a1", "a1");
        assertThat(latest(null, true)).containsExactly("a3", "b1");
        assertThat(latest("elsewhere", true)).isEmpty();
    }

    @Test
    void replacesTheStateOfTheSameConnection() {
        save(past("c", "a", 1, null), past("c", "a", 2, null));
        save(new PastConnection(HERE, "a", "c", at(1), at(2), "DUPLICATE_CLIENTID", "192.0.2.1"));

        assertThat(list(Order.BY_CLIENT, 0, 10))
                .containsExactly(
                        new PastConnection(HERE, "a", "c", at(1), at(2), "DUPLICATE_CLIENTID", "192.0.2.1"),
                        past("c", "a", 2, null));
    }

    @Test
    void endsWhatIsOpenNoEarlierThanItBegan() {
        save(past("c", "early", 1, null), past("c", "ended", 1, 2L), past("c", "late", 7, null));

        transactions().change(tx -> connections().endOpen(tx, at(5)));

        assertThat(list(Order.BY_CLIENT, 0, 10))
                .containsExactly(past("c", "early", 1, 5L), past("c", "ended", 1, 2L), past("c", "late", 7, 7L));
    }

    @Test
    void forgetsInBatchesWhatEndedLongAgo() {
        save(past("c", "a", 1, 2L), past("c", "b", 1, 3L), past("c", "c", 1, 4L), past("c", "d", 1, null));

        assertThat(removeEndedBefore(4, 1)).isOne();
        assertThat(removeEndedBefore(4, 5)).isOne();
        assertThat(removeEndedBefore(4, 5)).isZero();
        assertThat(clients(Order.BY_CLIENT, 0, 10)).containsExactly("c", "d");
    }

    @Test
    void forgetsTheOldestOfAnAccountThatHasTooMany() {
        save(past("c", "a", 3, 4L), past("c", "b", 1, null), past("d", "c", 2, 4L));
        save(new PastConnection(THERE, "a", "c", at(1), at(2), null, "192.0.2.1"));

        transactions().change(tx -> connections().trim(tx, HERE, 3));
        assertThat(clients(Order.BY_CLIENT, 0, 10)).containsExactly("a", "b", "c");
        transactions().change(tx -> connections().trim(tx, HERE, 1));
        assertThat(clients(Order.BY_CLIENT, 0, 10)).containsExactly("a");
        assertThat(transactions()
                        .read(tx -> connections().list(tx, THERE, Order.BY_CLIENT, span(0, 10), PageRequest.first(9)))
                        .items())
                .hasSize(1);
    }

    @Test
    void remembersHowLongConnectionsHaveBeenRecorded() {
        assertThat(recording()).isNull();

        transactions().change(tx -> connections().putRecording(tx, new Recording(at(1), at(2))));
        transactions().change(tx -> connections().putRecording(tx, new Recording(at(1), at(9))));

        assertThat(recording()).isEqualTo(new Recording(at(1), at(9)));
    }

    private @Nullable Recording recording() {
        return transactions().<@Nullable Recording>read(tx -> connections().recording(tx));
    }

    private int removeEndedBefore(long cutoff, int limit) {
        return transactions().write(tx -> connections().removeEndedBefore(tx, at(cutoff), limit));
    }

    private void save(PastConnection... saved) {
        transactions().change(tx -> connections().save(tx, List.of(saved)));
    }

    private List<String> clients(Order order, long from, long to) {
        return list(order, from, to).stream().map(PastConnection::clientId).toList();
    }

    /** Everything in the span, a page of two at a time. */
    private List<PastConnection> list(Order order, long from, long to) {
        var all = new ArrayList<PastConnection>();
        String after = null;
        do {
            var request = new PageRequest(2, after);
            Page<PastConnection> page =
                    transactions().read(tx -> connections().list(tx, HERE, order, span(from, to), request));
            all.addAll(page.items());
            after = page.next();
        } while (after != null);
        return all;
    }

    /** The newest before 10, a page of two at a time. */
    private List<String> latest(@Nullable String clientId, boolean isOpenOnly) {
        var all = new ArrayList<String>();
        String after = null;
        do {
            var request = new PageRequest(2, after);
            var selection = new Selection(span(0, 10), clientId, isOpenOnly);
            Page<PastConnection> page = transactions().read(tx -> connections().latest(tx, HERE, selection, request));
            page.items()
                    .forEach(
                            past -> all.add(past.clientId() + past.connectedAt().toEpochMilli()));
            after = page.next();
        } while (after != null);
        return all;
    }

    private static TimeSpan span(long from, long to) {
        return new TimeSpan(at(from), at(to));
    }

    private static PastConnection past(String principal, String client, long from, @Nullable Long to) {
        return new PastConnection(HERE, client, principal, at(from), to == null ? null : at(to), null, "192.0.2.1");
    }

    private static Instant at(long millis) {
        return Instant.ofEpochMilli(millis);
    }
}
