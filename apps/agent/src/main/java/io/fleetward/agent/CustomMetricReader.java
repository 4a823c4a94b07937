// SPDX-License-Identifier: Apache-2.0
package io.fleetward.agent;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Finds the values of custom metrics; one that fails is logged and left out. */
final class CustomMetricReader {
    private static final int LARGEST = 16_384;
    private static final int MOST_ENTRIES = 500;
    private static final long PATIENCE_SECONDS = 5;

    private final AgentLog log;

    CustomMetricReader(AgentLog log) {
        this.log = log;
    }

    CustomMetric.@Nullable Value read(CustomMetric metric) throws InterruptedException {
        try {
            String text = metric.isCommand() ? run(metric.source()) : file(metric.source());
            return value(metric, text);
        } catch (IOException | NumberFormatException failed) {
            log.event("metric-failed", metric.name() + ": " + failed.getMessage());
            return null;
        }
    }

    private static CustomMetric.Value value(CustomMetric metric, String text) {
        List<String> lines = text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .limit(MOST_ENTRIES)
                .toList();
        if (metric.kind() == CustomMetric.Kind.NUMBER && lines.size() != 1) {
            throw new NumberFormatException("one number is expected and not " + lines.size() + " lines");
        }
        List<String> entries = metric.kind().isNumeric()
                ? lines.stream().map(CustomMetricReader::number).toList()
                : lines;
        return new CustomMetric.Value(metric.name(), metric.kind(), entries);
    }

    /** The number as JSON has it. */
    private static String number(String text) {
        try {
            return new BigDecimal(text).toString();
        } catch (NumberFormatException odd) {
            throw new NumberFormatException("not a number: " + text);
        }
    }

    private static String file(String path) throws IOException {
        try (InputStream in = Files.newInputStream(Path.of(path))) {
            return text(in);
        }
    }

    private static String run(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("/bin/sh", "-c", command)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            var output = CompletableFuture.supplyAsync(
                    () -> output(process), task -> Thread.ofPlatform().daemon().start(task));
            String text = output.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("the command failed: " + command);
            }
            return text;
        } catch (ExecutionException | TimeoutException failed) {
            throw new IOException("the command did not answer within " + PATIENCE_SECONDS + " s: " + command, failed);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static String output(Process process) {
        try (InputStream in = process.getInputStream()) {
            return text(in);
        } catch (IOException closed) {
            return "";
        }
    }

    private static String text(InputStream in) throws IOException {
        return new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8);
    }
}
