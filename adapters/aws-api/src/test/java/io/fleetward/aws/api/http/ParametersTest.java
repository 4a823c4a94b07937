// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** Query strings and forms. */
class ParametersTest {
    @Test
    void collectsRepeatedNames() {
        Parameters parameters = Parameters.parse("a=1&b=x+y&a=%32&c&=&&d=e=f");

        assertThat(parameters.values("a")).containsExactly("1", "2");
        assertThat(parameters.first("b")).isEqualTo("x y");
        assertThat(parameters.first("c")).isEmpty();
        assertThat(parameters.first("d")).isEqualTo("e=f");
        assertThat(parameters.first("nothing")).isNull();
    }

    @Test
    void leavesOutNamesThatAreBoundElsewhere() {
        assertThat(Parameters.parse("a=1&b=2&b=3").without(Set.of("a")))
                .containsOnlyKeys("b")
                .containsEntry("b", "2");
    }

    @Test
    void refusesMoreParametersThanAnyOperationHas() {
        assertThatThrownBy(() -> Parameters.parse("a&".repeat(3_000))).isInstanceOf(MalformedUriException.class);
    }
}
