// SPDX-License-Identifier: Apache-2.0
package io.fleetward.broker.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.kernel.AccountRegion;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClientKeyTest {
    @Test
    void keepsTheClientsOfAnAccountAndRegionTogetherInOrder() {
        var far = AccountRegion.of("000000000000", "eu-west-1");
        var near = AccountRegion.of("000000000000", "us-east-1");
        assertThat(Stream.of(new ClientKey(near, "a"), new ClientKey(far, "b"), new ClientKey(far, "a"))
                        .sorted())
                .containsExactly(new ClientKey(far, "a"), new ClientKey(far, "b"), new ClientKey(near, "a"));
    }

    @Test
    void tellsTheSameClientIdOfTwoRegionsApart() {
        var here = new ClientKey(AccountRegion.of("000000000000", "us-east-1"), "a");
        var there = new ClientKey(AccountRegion.of("000000000000", "eu-west-1"), "a");
        assertThat(here).isNotEqualTo(there);
        assertThat(here.toString()).isNotEqualTo(there.toString()).endsWith("/a");
    }
}
