// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.tag;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.registry.OnRegistryStores;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Arn;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every {@link Tags} promises. */
public interface TagsContract extends OnRegistryStores {
    Arn GROUP = HERE.arn("iot", "thinggroup/north");
    Arn TYPE = HERE.arn("iot", "thingtype/north");

    @Test
    default void keepsTagsPerResource() {
        stores().change(tx -> {
            stores().tags().put(tx, HERE, GROUP, "team", "water");
            stores().tags().put(tx, HERE, GROUP, "cost center", "");
            stores().tags().put(tx, HERE, GROUP, "team", "heat");
            stores().tags().put(tx, HERE, TYPE, "team", "other");
        });

        assertThat(tags(HERE, GROUP)).containsExactly(Map.entry("cost center", ""), Map.entry("team", "heat"));
        assertThat(tags(HERE, TYPE)).containsExactly(Map.entry("team", "other"));
        assertThat(tags(OTHER_ACCOUNT, GROUP)).isEmpty();
    }

    @Test
    default void removesTags() {
        stores().change(tx -> {
            stores().tags().put(tx, HERE, GROUP, "a", "1");
            stores().tags().put(tx, HERE, GROUP, "b", "2");
            stores().tags().put(tx, HERE, TYPE, "a", "3");
            stores().tags().remove(tx, HERE, GROUP, "a");
            stores().tags().remove(tx, HERE, GROUP, "missing");
        });

        assertThat(tags(HERE, GROUP)).containsExactly(Map.entry("b", "2"));

        stores().change(tx -> stores().tags().removeAll(tx, HERE, GROUP));

        assertThat(tags(HERE, GROUP)).isEmpty();
        assertThat(tags(HERE, TYPE)).hasSize(1);
    }

    private Map<String, String> tags(AccountRegion scope, Arn resource) {
        return stores().read(tx -> stores().tags().of(tx, scope, resource));
    }
}
