// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.registry.OnRegistryStores;
import io.fleetward.kernel.AccountRegion;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link RegistrationCodes} promises. */
public interface RegistrationCodesContract extends OnRegistryStores {
    @Test
    default void keepsOneCodePerTenant() {
        stores().change(tx -> {
            stores().codes().put(tx, HERE, "first");
            stores().codes().put(tx, HERE, "second");
            stores().codes().put(tx, OTHER_ACCOUNT, "third");
        });

        assertThat(code(HERE)).isEqualTo("second");
        assertThat(code(OTHER_ACCOUNT)).isEqualTo("third");
        assertThat(code(OTHER_REGION)).isNull();
    }

    @Test
    default void removesTheCode() {
        stores().change(tx -> stores().codes().put(tx, HERE, "code"));

        assertThat(stores().answer(tx -> stores().codes().remove(tx, HERE))).isTrue();
        assertThat(stores().answer(tx -> stores().codes().remove(tx, HERE))).isFalse();
        assertThat(code(HERE)).isNull();
    }

    private @Nullable String code(AccountRegion scope) {
        return stores().read(tx -> stores().codes().find(tx, scope));
    }
}
