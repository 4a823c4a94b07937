// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.metric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PresenceTest {
    private final Presence presence = new Presence();

    @Test
    void isGoneOnceItsConnectionEnds() {
        presence.connected(10);
        assertThat(presence.isOnline()).isTrue();

        presence.disconnected(10, 70);

        assertThat(presence.isOnline()).isFalse();
        assertThat(presence.offlineMillis(100)).isEqualTo(30);
        assertThat(presence).hasToString("offline since 70");
    }

    @Test
    void staysWhenAConnectionEndsThatWasTakenOver() {
        presence.connected(10);
        presence.connected(50);

        presence.disconnected(10, 51);

        assertThat(presence.isOnline()).isTrue();
        assertThat(presence.offlineMillis(100)).isZero();
        assertThat(presence).hasToString("online since 50");
    }

    @Test
    void mergesWhatIsHeardLater() {
        presence.connected(10);
        var later = new Presence();
        later.disconnected(10, 70);
        presence.addAll(later);
        assertThat(presence.offlineSince()).isEqualTo(70);

        var back = new Presence();
        back.connected(90);
        presence.addAll(back);
        assertThat(presence.isOnline()).isTrue();

        presence.addAll(later);
        assertThat(presence.connectedAt()).isEqualTo(90);
        assertThat(presence.isOnline()).isTrue();
    }
}
