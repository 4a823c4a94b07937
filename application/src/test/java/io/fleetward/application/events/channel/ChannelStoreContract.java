// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.events.destination.Credential;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every store of channels does. */
public abstract class ChannelStoreContract {
    private static final AccountRegion HERE = AccountRegion.of("000000000000", "us-east-1");
    private static final AccountRegion THERE = AccountRegion.of("000000000000", "eu-west-1");
    private static final Instant NOW = Instant.parse("2026-06-01T10:00:00.123Z");

    protected abstract ChannelStore store();

    @Test
    void keepsChannels() {
        var slack = new NotificationChannel(
                HERE, "a", ChannelKind.SLACK, "who is on call", new Credential("https://one.example/"), NOW);
        var teams = new NotificationChannel(
                HERE, "b", ChannelKind.TEAMS, null, new Credential("https://two.example/"), NOW);
        var elsewhere = new NotificationChannel(
                THERE, "a", ChannelKind.TEAMS, null, new Credential("https://three.example/"), NOW);
        store().transactions()
                .change(tx -> List.of(teams, slack, elsewhere)
                        .forEach(each -> store().channels().add(tx, each)));

        store().transactions().change(tx -> {
            assertThat(store().channels().all(tx, HERE)).containsExactly(slack, teams);
            assertThat(store().channels().find(tx, THERE, "a")).isEqualTo(elsewhere);
            store().channels().remove(tx, HERE, "a");
            store().channels().remove(tx, HERE, "never there");
            assertThat(store().channels().all(tx, HERE)).containsExactly(teams);
            assertThat(store().channels().find(tx, HERE, "a")).isNull();
            assertThat(store().channels().all(tx, THERE)).containsExactly(elsewhere);
        });
    }
}
