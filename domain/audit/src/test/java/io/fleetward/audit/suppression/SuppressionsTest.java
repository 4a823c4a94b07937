// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.audit.CheckName;
import io.fleetward.audit.ResourceIdentifier;
import io.fleetward.audit.suppression.Suppressions.Suppression;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SuppressionsTest {
    private static final CheckName CHECK = new CheckName("A");
    private static final ResourceIdentifier RESOURCE = new ResourceIdentifier.PolicyVersion("Open", "3");

    private final Suppressions suppressions = new Suppressions(Set.of(new Suppression(CHECK, RESOURCE)));

    @Test
    void coverExactlyThePairOfCheckAndResource() {
        assertThat(suppressions.cover(CHECK, RESOURCE)).isTrue();
        assertThat(suppressions.cover(new CheckName("B"), RESOURCE)).isFalse();
        assertThat(suppressions.cover(CHECK, new ResourceIdentifier.PolicyVersion("Open", "4")))
                .isFalse();
    }

    @Test
    void coverNothingWhenThereAreNone() {
        assertThat(Suppressions.NONE.cover(CHECK, RESOURCE)).isFalse();
    }
}
