// SPDX-License-Identifier: Apache-2.0
package io.fleetward.console.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.console.Requests;
import io.fleetward.console.http.ConsoleAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StaticFilesTest {
    private final StaticFiles files =
            new StaticFiles(StaticFilesTest.class.getClassLoader(), "io/fleetward/console/fixture/");

    @ParameterizedTest
    @ValueSource(
            strings = {"/console/", "/console/findings", "/console/things/pump-7.2/policies", "/console/index.html"})
    void answersEveryPlaceWithThePage(String path) {
        ConsoleAnswer answer = get(path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(text(answer)).contains("The page");
        assertThat(answer.headers())
                .containsEntry("content-type", "text/html; charset=utf-8")
                .containsEntry("cache-control", "no-cache")
                .containsKey("etag");
    }

    @Test
    void letsAssetsBeKeptForEver() {
        ConsoleAnswer answer = get("/console/assets/app-1a2b.js");

        assertThat(text(answer)).contains("42");
        assertThat(answer.headers())
                .containsEntry("content-type", "text/javascript; charset=utf-8")
                .containsEntry("cache-control", "public, max-age=31536000, immutable")
                .containsEntry("vary", "accept-encoding")
                .doesNotContainKey("content-encoding");
        assertThat(get("/console/assets/gone-9z.js").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip, deflate, br, zstd | br   | pretend brotli",
                "gzip                    | gzip | pretend gzip",
                "br;q=0, gzip;q=0.5      | gzip | pretend gzip",
                "br; q = 0.0, GZIP       | gzip | pretend gzip"
            })
    void sendsTheBestFormThatTheClientTakes(String accepted, String encoding, String body) {
        var request = Requests.of("GET", "/console/assets/app-1a2b.js").with("accept-encoding", accepted);
        ConsoleAnswer answer = files.handle(request.build());

        assertThat(answer.headers())
                .containsEntry("content-encoding", encoding)
                .containsEntry("content-type", "text/javascript; charset=utf-8");
        assertThat(text(answer)).isEqualTo(body);
    }

    @Test
    void sendsAsItIsWhatWasNotCompressed() {
        var request = Requests.of("GET", "/console/assets/plain-3c4d.js").with("accept-encoding", "br, gzip");
        assertThat(files.handle(request.build()).headers()).doesNotContainKey("content-encoding");
    }

    @Test
    void saysNothingNewToACacheThatHasTheFile() {
        String tag = get("/console/favicon.svg").headers().get("etag");
        ConsoleAnswer again = files.handle(Requests.of("GET", "/console/favicon.svg")
                .with("if-none-match", "\"other\", W/" + tag)
                .build());
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers()).containsEntry("etag", tag);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console/../fixture/favicon.svg",
                "/console/..%2ffavicon.svg",
                "/console/%2e%2e/favicon.svg",
                "/console/assets/../favicon.svg",
                "/console//favicon.svg",
                "/console/./favicon.svg",
                "/console/.hidden.svg",
                "/console/favicon.svg%00.js",
                "/console/favicon.svg\\",
                "/console/assets",
                "/console/assets/",
                "/consoleX/favicon.svg"
            })
    void reachesNothingByATrick(String path) {
        ConsoleAnswer answer = get(path);
        assertThat(text(answer)).doesNotContain("<svg", "export", "app-1a2b");
    }

    @Test
    void saysHowToBuildTheConsoleWhereThereIsNone() {
        ConsoleAnswer answer = new StaticFiles(StaticFilesTest.class.getClassLoader(), "io/fleetward/nowhere/")
                .handle(Requests.of("GET", "/console/").build());
        assertThat(answer.status()).isEqualTo(404);
        assertThat(text(answer)).contains("no console", "Node.js").doesNotContain("<script", "style=");
    }

    @Test
    void isOnlyRead() {
        assertThat(files.handle(Requests.of("POST", "/console/").build()).status())
                .isEqualTo(405);
    }

    private ConsoleAnswer get(String path) {
        return files.handle(Requests.of("GET", path).build());
    }

    private static String text(ConsoleAnswer answer) {
        return new String(answer.body(), UTF_8);
    }
}
