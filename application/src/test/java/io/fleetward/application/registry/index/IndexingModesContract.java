// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.registry.OnRegistryStores;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.registry.query.IndexingMode;
import org.junit.jupiter.api.Test;

/** What every {@link IndexingModes} promises. */
public interface IndexingModesContract extends OnRegistryStores {
    @Test
    default void keepsTheModeOfEachAccountAndRegion() {
        stores().change(tx -> {
            stores().indexing().put(tx, HERE, IndexingMode.OFF);
            stores().indexing().put(tx, HERE, IndexingMode.REGISTRY);
            stores().indexing().put(tx, OTHER_REGION, IndexingMode.OFF);
        });

        assertThat(mode(HERE)).isEqualTo(IndexingMode.REGISTRY);
        assertThat(mode(OTHER_REGION)).isEqualTo(IndexingMode.OFF);
        assertThat(mode(OTHER_ACCOUNT)).isEqualTo(IndexingMode.OFF);
    }

    private IndexingMode mode(AccountRegion scope) {
        return stores().read(tx -> stores().indexing().find(tx, scope));
    }
}
