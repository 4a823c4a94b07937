// SPDX-License-Identifier: Apache-2.0
package io.fleetward.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomMetricFileTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("metrics.conf");
    }

    @Test
    void readsAMetricALine() throws Exception {
        Files.writeString(file, """
                # what pumps measure
                level   number      file    /sys/class/level
                peers ip-address-list command ip neigh | awk '{print $1}'

                """);

        assertThat(CustomMetricFile.read(file, true))
                .containsExactly(
                        new CustomMetric("level", CustomMetric.Kind.NUMBER, false, "/sys/class/level"),
                        new CustomMetric(
                                "peers", CustomMetric.Kind.IP_ADDRESS_LIST, true, "ip neigh | awk '{print $1}'"));
    }

    @Test
    void needsTheFileOnlyWhenItWasNamed() throws Exception {
        assertThat(CustomMetricFile.read(file, false)).isEqualTo(List.of());
        assertThatThrownBy(() -> CustomMetricFile.read(file, true))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("cannot read");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "level number; must be NAME TYPE",
                "aws:level number file x; no custom metric has such a name",
                "le!vel number file x; no custom metric has such a name",
                "level numbers file x; type must be number",
                "level number socket x; must say file or command"
            })
    void saysWhereAndWhatIsWrong(String line, String problem) throws IOException {
        Files.writeString(file, "\n" + line + "\n");

        assertThatThrownBy(() -> CustomMetricFile.read(file, true))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("metrics.conf:2: ")
                .hasMessageContaining(problem);
    }
}
