// SPDX-License-Identifier: Apache-2.0
package io.fleetward.acceptance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Runs the product's programs as a shell would. */
final class Commands {
    /** The words that start the server's program. */
    static final List<String> SERVER = server();

    /** The words that start the demo, up to the server's own words. */
    static final List<String> DEMO = jar("fleetward.demo.jar");

    /** The words that start the simulator. */
    static final List<String> SIMULATOR = jar("fleetward.simulator.jar");

    /** The words that start the agent as the launcher does. */
    static final List<String> AGENT = agent();

    /** Programs that live for seconds spend more on compiling their code well than that gains them. */
    private static final String COMPILED_ONCE = "-XX:TieredStopAtLevel=1";

    private static final long PATIENCE_SECONDS = 180;

    /** What a program left behind: its exit code and both of its streams in one text. */
    record Outcome(int exitCode, String output) {}

    private Commands() {}

    /** Asks the aws CLI for its age once: it takes a second to say. */
    private static final class AwsCli {
        private static final Pattern KNOWS_ENDPOINTS =
                Pattern.compile("aws-cli/(1\\.(29|[3-9][0-9])|2\\.(1[3-9]|[2-9][0-9])).*", Pattern.DOTALL);

        static final String PREPARED = prepare();

        private static String prepare() {
            String words = "export AWS_PAGER= AWS_EC2_METADATA_DISABLED=true\n";
            try {
                boolean isOld = !KNOWS_ENDPOINTS
                        .matcher(run(List.of("aws", "--version")).output())
                        .matches();
                return isOld ? words + "aws() { command aws --endpoint-url \"$AWS_ENDPOINT_URL\" \"$@\"; }\n" : words;
            } catch (IOException absent) {
                throw new IllegalStateException("no aws CLI on this machine", absent);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("stopped while the aws CLI told its version", stopped);
            }
        }
    }

    /**
     * Runs a line of shell that may call aws; a CLI which does not know {@code AWS_ENDPOINT_URL} reaches the server as
     * well.
     */
    static Outcome shell(String line, Map<String, String> environment) throws Exception {
        return run(List.of("bash", "-c", AwsCli.PREPARED + line), environment);
    }

    static Outcome run(List<String> words) throws IOException, InterruptedException {
        return run(words, Map.of());
    }

    static Outcome run(List<String> words, Map<String, String> environment) throws IOException, InterruptedException {
        return run(new ProcessBuilder(words), environment, PATIENCE_SECONDS);
    }

    /** Runs a program that may take so many seconds. */
    static Outcome run(ProcessBuilder builder, Map<String, String> environment, long patienceSeconds)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile("fleetward-output-", ".txt");
        try {
            builder.redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(patienceSeconds, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
                throw new IOException(builder.command() + " did not end: " + Files.readString(output));
            }
            return new Outcome(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
        } finally {
            Files.deleteIfExists(output);
        }
    }

    static List<String> server(String... arguments) {
        var words = new ArrayList<>(SERVER);
        words.addAll(List.of(arguments));
        return words;
    }

    private static List<String> agent() {
        var words = new ArrayList<>(jar("fleetward.agent.jar"));
        words.subList(1, words.size() - 2).clear();
        words.addAll(
                1,
                List.of(
                        "-XX:+UseSerialGC",
                        "-Xmx12m",
                        "-Xss256k",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:ReservedCodeCacheSize=8m",
                        "-XX:CompileThresholdScaling=20",
                        "-XX:-UsePerfData"));
        return List.copyOf(words);
    }

    /** As the launcher starts it, from its cache if there is one. */
    private static List<String> server() {
        var words = new ArrayList<>(jar("fleetward.server.jar"));
        String cache = System.getProperty("fleetward.server.cache", "");
        if (Files.exists(Path.of(cache))) {
            words.addAll(1, List.of("-XX:AOTCache=" + cache, "-Xlog:aot=off"));
        }
        return List.copyOf(words);
    }

    private static List<String> jar(String property) {
        String jar = System.getProperty(property);
        if (jar == null || Files.notExists(Path.of(jar))) {
            throw new IllegalStateException("build the product first (mvn verify): no " + property + " at " + jar);
        }
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return List.of(
                java,
                COMPILED_ONCE,
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+UseCompactObjectHeaders",
                "-jar",
                jar);
    }
}
