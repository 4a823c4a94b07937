// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.audit.ResourceIdentifier;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SuppressionsTest {
    private static final ResourceIdentifier RESOURCE = new ResourceIdentifier.PolicyVersion("Open", "3");

    @Test
    void coverExactlyTheResource() {
        var suppressions = new Suppressions(Set.of(RESOURCE));

        assertThat(suppressions.cover(RESOURCE)).isTrue();
        assertThat(suppressions.cover(new ResourceIdentifier.PolicyVersion("Open", "4")))
                .isFalse();
    }

    @Test
    void coverNothingWhenThereAreNone() {
        assertThat(Suppressions.NONE.cover(RESOURCE)).isFalse();
    }
}
