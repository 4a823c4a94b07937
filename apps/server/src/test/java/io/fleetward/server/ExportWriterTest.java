// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExportWriterTest {
    @Test
    void joinsDocumentsOfAsffToOne() {
        assertThat(written(
                        true,
                        "{\"Findings\":[{\"Id\":\"a\"},{\"Id\":\"b\"}]}",
                        "{\"Findings\":[]}",
                        "{\"Findings\":[{}]}"))
                .isEqualTo("{\"Findings\":[{\"Id\":\"a\"},\n{\"Id\":\"b\"},\n{}]}\n");
        assertThat(written(true, "{\"Findings\":[]}")).isEqualTo("{\"Findings\":[]}\n");
    }

    @Test
    void writesOtherPagesAsTheyAre() {
        assertThat(written(false, "Id\r\n", "a\r\n")).isEqualTo("Id\r\na\r\n");
    }

    @Test
    void endsTheCommandWhenNobodyReadsOn() {
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int next) throws IOException {
                throw new IOException("broken pipe");
            }
        };
        try (var export =
                new ExportWriter(new PrintWriter(closed, false, StandardCharsets.UTF_8), "standard output", false)) {
            assertThatThrownBy(() -> export.add("a\n"))
                    .isInstanceOf(CommandFailed.class)
                    .hasMessage("standard output: cannot be written");
        }
    }

    private static String written(boolean isOneDocument, String... pages) {
        var out = new StringWriter();
        try (var export = new ExportWriter(new PrintWriter(out), "out", isOneDocument)) {
            List.of(pages).forEach(export::add);
            export.end();
        }
        return out.toString();
    }
}
