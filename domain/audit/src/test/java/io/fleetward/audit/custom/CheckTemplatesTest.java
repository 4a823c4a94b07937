// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.custom;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CheckTemplatesTest {
    @Test
    void areAllFitToBeKept() {
        assertThat(CheckTemplates.ALL).allSatisfy(template -> {
            assertThat(template.problems()).isEmpty();
            assertThat(template.reason()).endsWith(".");
            assertThat(template.remediation()).endsWith(".");
            assertThat(CheckTemplates.find(template.name().value())).isEqualTo(template);
        });
    }

    @Test
    void haveNamesOfTheirOwn() {
        assertThat(CheckTemplates.ALL).extracting(CustomCheck::name).doesNotHaveDuplicates();
        assertThat(CheckTemplates.find("CUSTOM_OTHER")).isNull();
    }
}
