// SPDX-License-Identifier: Apache-2.0
package io.fleetward.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UriPathTest {
    @ParameterizedTest
    @CsvSource({
        "pump-7_a.b~c:d, pump-7_a.b~c:d",
        "a/b?c#d%, a%2Fb%3Fc%23d%25",
        "' é😀', %20%C3%A9%F0%9F%98%80",
        "'', ''"
    })
    void encodesWhatAPathCannotHold(String name, String segment) {
        assertThat(UriPath.segment(name)).isEqualTo(segment);
    }
}
