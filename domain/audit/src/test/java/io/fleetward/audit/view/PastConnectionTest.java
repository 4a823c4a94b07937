// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PastConnectionTest {
    private static final PastConnection ENDED =
            PastConnections.of("c", "a@-20..-10!").getFirst();

    @Test
    void lastsForWhoeverLooksAtATimeBeforeItsEnd() {
        assertThat(ENDED.asOf(PastConnections.at("-10"))).satisfies(past -> {
            assertThat(past.endedAt()).isNull();
            assertThat(past.isTakenOver()).isFalse();
            assertThat(past.connectedAt()).isEqualTo(ENDED.connectedAt());
        });
        assertThat(ENDED.asOf(PastConnections.at("-9"))).isEqualTo(ENDED);
    }

    @Test
    void staysOpenWhenItIs() {
        PastConnection open = PastConnections.of("c", "a@-20..").getFirst();

        assertThat(open.asOf(PastConnections.at("0"))).isEqualTo(open);
    }

    @Test
    void nobodyIsConnectedInAnEmptyHistory() {
        var span = new TimeSpan(PastConnections.at("-10"), PastConnections.at("0"));
        var empty = new ConnectionHistory.Empty(span.from());

        assertThat(empty.byClient(span)).isEmpty();
        assertThat(empty.byPrincipal(span)).isEmpty();
        assertThat(empty.previousRun()).isEqualTo(span.from());
    }
}
