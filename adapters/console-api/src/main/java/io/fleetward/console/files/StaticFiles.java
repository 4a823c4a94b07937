// SPDX-License-Identifier: Apache-2.0
package io.fleetward.console.files;

import io.fleetward.console.http.ConsoleAnswer;
import io.fleetward.console.http.ConsoleRequest;
import io.fleetward.console.http.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The pages of the console and what they consist of. Thread-safe.
 *
 * <p>What lies in {@code assets/} has a name that changes with its content and is kept for ever; every other path that
 * is no file is a place within the one page, which finds its way by itself.
 */
public final class StaticFiles {
    /** The folder of the class path that the console's own module fills. */
    private static final String FOLDER = "io/fleetward/console/static/";

    private static final String PREFIX = "/console/";
    private static final String PAGE = "index.html";
    private static final String ASSETS = "assets/";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String ASK_EACH_TIME = "no-cache";

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("map", "application/json"),
            Map.entry("mjs", "text/javascript; charset=utf-8"),
            Map.entry("png", "image/png"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("ttf", "font/ttf"),
            Map.entry("txt", "text/plain; charset=utf-8"),
            Map.entry("wasm", "application/wasm"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("webp", "image/webp"),
            Map.entry("woff", "font/woff"),
            Map.entry("woff2", "font/woff2"));

    private static final String NO_CONSOLE = """
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><title>Fleetward</title></head>
            <body>
            <h1>This build of Fleetward has no console</h1>
            <p>It was built where Node.js 20 or later was not found. Install Node.js and npm, then run
            <code>./fleetward up</code> again in the source folder: it builds what is missing.</p>
            <p>Everything else works: the AWS API, MQTT and the command line.</p>
            </body>
            </html>
            """;

    private final Folder folder;

    public StaticFiles() {
        this(StaticFiles.class.getClassLoader(), FOLDER);
    }

    StaticFiles(ClassLoader loader, String folder) {
        this.folder = new Folder(loader, folder);
    }

    /** The file, or the page for everything that is none. */
    public ConsoleAnswer handle(ConsoleRequest request) {
        if (!request.isReading()) {
            return Problem.WRONG_METHOD.answer("A page is read.").with("allow", "GET, HEAD");
        }
        String name = request.path().startsWith(PREFIX) ? request.path().substring(PREFIX.length()) : "";
        StaticFile file = folder.find(name);
        if (file != null) {
            return answer(request, name, file);
        }
        if (name.startsWith(ASSETS)) {
            return Problem.NOT_FOUND.answer("There is no such file in this version of the console.");
        }
        StaticFile page = folder.find(PAGE);
        return page == null ? noConsole() : answer(request, PAGE, page);
    }

    private ConsoleAnswer answer(ConsoleRequest request, String name, StaticFile plain) {
        StaticFile sent = plain;
        Encoding encoding = null;
        for (Encoding accepted : Encoding.accepted(request.header("accept-encoding"))) {
            StaticFile compressed = folder.find(name + accepted.suffix());
            if (compressed != null && encoding == null) {
                sent = compressed;
                encoding = accepted;
            }
        }
        boolean isKnown = names(request.header("if-none-match"), sent.tag());
        var answer = new ConsoleAnswer(
                isKnown ? 304 : 200,
                Map.of(
                        "content-type",
                        type(name),
                        "cache-control",
                        name.startsWith(ASSETS) ? FOR_EVER : ASK_EACH_TIME,
                        "etag",
                        sent.tag(),
                        "vary",
                        "accept-encoding"),
                isKnown ? new byte[0] : sent.bytes());
        return encoding == null ? answer : answer.with("content-encoding", encoding.token());
    }

    private static boolean names(@Nullable String header, String tag) {
        return header != null
                && Arrays.stream(header.split(",", -1))
                        .map(known -> known.strip().replaceFirst("^W/", ""))
                        .anyMatch(tag::equals);
    }

    private static String type(String name) {
        return TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
    }

    private static ConsoleAnswer noConsole() {
        return new ConsoleAnswer(
                404,
                Map.of("content-type", "text/html; charset=utf-8", "cache-control", ASK_EACH_TIME),
                NO_CONSOLE.getBytes(StandardCharsets.UTF_8));
    }
}
