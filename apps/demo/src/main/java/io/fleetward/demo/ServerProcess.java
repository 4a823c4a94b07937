// SPDX-License-Identifier: Apache-2.0
package io.fleetward.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Fleetward server in a process of its own, on free ports; closing it sends SIGTERM and waits.
 *
 * <p>Confined to one thread.
 */
public final class ServerProcess implements AutoCloseable {
    private static final List<String> PORTS = List.of("--http-port", "--https-port", "--mqtt-port");
    private static final Pattern FIRST_USER = Pattern.compile("user admin, password (\\S+)");
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);

    private final Process process;
    private final Environment environment;
    private final Duration startUp;
    private final Queue<String> output;

    private ServerProcess(Process process, Environment environment, Duration startUp, Queue<String> output) {
        this.process = process;
        this.output = output;
        this.environment = environment;
        this.startUp = startUp;
    }

    /**
     * Starts {@code command up} and returns once the server says that it is ready.
     *
     * @param command the words that start the server's program
     * @param further further options of {@code up}; ports that are not among them are free ones
     */
    public static ServerProcess start(List<String> command, Path data, Duration metricPeriod, String... further)
            throws IOException, InterruptedException {
        var words = new ArrayList<>(command);
        words.addAll(List.of("up", "--data", data.toString()));
        for (String port : PORTS) {
            if (!List.of(further).contains(port)) {
                words.addAll(List.of(port, "0"));
            }
        }
        words.addAll(List.of("--metric-period", metricPeriod.toSeconds() + "s"));
        words.addAll(List.of(further));
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        var reader = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var output = new ConcurrentLinkedQueue<String>();
        awaitReady(reader, process, output);
        Duration startUp = Duration.ofNanos(System.nanoTime() - begin);
        Thread.ofVirtual().start(() -> read(reader, output));
        return new ServerProcess(process, Environment.of(command, data, database(List.of(further))), startUp, output);
    }

    /** The option that says where the server keeps its data, which {@code env} needs too. */
    private static List<String> database(List<String> options) {
        int at = options.indexOf("--database");
        return at < 0 ? List.of() : options.subList(at, at + 2);
    }

    private static void awaitReady(BufferedReader reader, Process process, Queue<String> output)
            throws IOException, InterruptedException {
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            output.add(line);
            if (line.startsWith("fleetward ready")) {
                return;
            }
        }
        throw new IOException(
                "the server ended with exit code " + process.waitFor() + ":" + System.lineSeparator() + text(output));
    }

    private static void read(BufferedReader reader, Queue<String> output) {
        try (reader) {
            reader.lines().forEach(output::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the server printed so far. */
    public String output() {
        return text(output);
    }

    /**
     * The one-time password of the console's first user, which the first start on a data folder prints.
     *
     * @throws IllegalStateException on a later start
     */
    public String firstPassword() {
        Matcher found = FIRST_USER.matcher(output());
        if (!found.find()) {
            throw new IllegalStateException("no first user in: " + output());
        }
        return found.group(1);
    }

    private static String text(Queue<String> lines) {
        return String.join(System.lineSeparator(), lines);
    }

    /** What {@code fleetward env} prints for this server. */
    public Environment environment() {
        return environment;
    }

    /** From the start of the process to its ready line. */
    public Duration startUp() {
        return startUp;
    }

    public long pid() {
        return process.pid();
    }

    /** Waits until the server ends. */
    public int waitFor() throws InterruptedException {
        return process.waitFor();
    }

    /** Completes with the exit code once the server ends. */
    public CompletableFuture<Integer> onExit() {
        return process.onExit().thenApply(Process::exitValue);
    }

    /** Ends the server as a power cut would. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit()
                .completeOnTimeout(process, STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join()
                .destroyForcibly()
                .onExit()
                .join();
    }
}
