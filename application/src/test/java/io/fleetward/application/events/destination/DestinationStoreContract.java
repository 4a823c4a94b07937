// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.destination;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every store of connections and API destinations does. */
public abstract class DestinationStoreContract {
    private static final AccountRegion HERE = AccountRegion.of("000000000000", "us-east-1");
    private static final AccountRegion THERE = AccountRegion.of("000000000000", "eu-west-1");
    private static final Instant NOW = Instant.parse("2026-06-01T10:00:00.123Z");
    private static final HttpParameterSet PARAMETERS = new HttpParameterSet(
            List.of(new HttpParameter("X-A", new Credential("1"), true)),
            List.of(new HttpParameter("q", new Credential("2"), false)),
            List.of(new HttpParameter("b", new Credential("3"), true)));

    protected abstract DestinationStore store();

    private static Connection connection(AccountRegion scope, String name, Authorization authorization) {
        return new Connection(
                scope, name, "id-" + name, "what for", authorization, PARAMETERS, NOW, NOW.plusSeconds(1));
    }

    @Test
    void keepsConnectionsOfEveryKind() {
        Connection basic = connection(HERE, "a", new Authorization.Basic("user", new Credential("one")));
        Connection key = connection(HERE, "b", new Authorization.ApiKey("X-Key", new Credential("two")));
        Connection client = connection(
                HERE,
                "c",
                new Authorization.ClientCredentials(
                        "client", new Credential("three"), "https://auth.example/token", "POST", PARAMETERS));
        Connection elsewhere = connection(THERE, "a", key.authorization());
        store().transactions()
                .change(tx -> List.of(client, key, basic, elsewhere)
                        .forEach(each -> store().connections().put(tx, each)));

        store().transactions().change(tx -> {
            assertThat(store().connections().all(tx, HERE)).containsExactly(basic, key, client);
            assertThat(store().connections().find(tx, THERE, "a")).isEqualTo(elsewhere);
            Connection changed = connection(HERE, "a", key.authorization());
            store().connections().put(tx, changed);
            assertThat(store().connections().find(tx, HERE, "a")).isEqualTo(changed);
            store().connections().remove(tx, HERE, "a");
            store().connections().remove(tx, HERE, "never there");
            assertThat(store().connections().all(tx, HERE)).containsExactly(key, client);
        });
    }

    @Test
    void keepsDestinations() {
        var hook = new ApiDestination(
                HERE, "hook", "id", "what for", "arn:c", "https://hooks.example/*", "PUT", 300, NOW, NOW);
        var plain = new ApiDestination(HERE, "plain", "id", null, "arn:d", "https://x.example/", "POST", 1, NOW, NOW);
        store().transactions()
                .change(tx -> List.of(plain, hook)
                        .forEach(each -> store().destinations().put(tx, each)));

        store().transactions().change(tx -> {
            assertThat(store().destinations().all(tx, HERE)).containsExactly(hook, plain);
            assertThat(store().destinations().find(tx, THERE, "hook")).isNull();
            var changed = new ApiDestination(
                    HERE, "hook", "id", null, "arn:c", "https://x.example/", "POST", 5, NOW, NOW.plusSeconds(5));
            store().destinations().put(tx, changed);
            assertThat(store().destinations().find(tx, HERE, "hook")).isEqualTo(changed);
            store().destinations().remove(tx, HERE, "hook");
            assertThat(store().destinations().all(tx, HERE)).containsExactly(plain);
        });
    }
}
