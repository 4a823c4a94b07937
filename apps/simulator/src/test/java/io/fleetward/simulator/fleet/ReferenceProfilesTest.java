// SPDX-License-Identifier: Apache-2.0
package io.fleetward.simulator.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.simulator.plan.AttackKind;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReferenceProfilesTest {
    @Test
    void whatFindsAttacksIsInTheProfiles() throws Exception {
        Set<String> behaviors = new HashSet<>();
        for (String file : ReferenceProfiles.FILES) {
            ReferenceProfiles.read(file)
                    .get("behaviors")
                    .forEach(behavior -> behaviors.add(behavior.get("name").stringValue()));
        }
        assertThat(behaviors)
                .containsAll(Arrays.stream(AttackKind.values())
                        .flatMap(kind -> kind.behaviors().stream())
                        .toList());
    }
}
