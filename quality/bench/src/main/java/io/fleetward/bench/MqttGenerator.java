// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench;

import io.fleetward.bench.load.LoadOptions;
import io.fleetward.bench.load.MqttLoad;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A load generator in a process of its own; closing it ends its connections. */
final class MqttGenerator implements AutoCloseable {
    private final Process process;
    private final BufferedReader answers;
    private final Writer commands;

    private MqttGenerator(Process process) {
        this.process = process;
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        commands = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
    }

    /** How often it happened, and how much of it never came to an end, since the generator started. */
    record Count(long done, long lost) {}

    /** Starts a generator and waits until its clients are connected. */
    static MqttGenerator start(LoadOptions options) throws IOException {
        var words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                MqttLoad.class.getName()));
        words.addAll(options.words());
        Process process = new ProcessBuilder(words)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var generator = new MqttGenerator(process);
        try {
            String answer = generator.answer();
            if (!answer.equals("ready")) {
                throw new IOException("the load generator said " + answer);
            }
            return generator;
        } catch (IOException failure) {
            generator.close();
            throw failure;
        }
    }

    void run() throws IOException {
        say("run");
    }

    void pause() throws IOException {
        say("pause");
    }

    Count count() throws IOException {
        say("count");
        String[] numbers = answer().split(" ", -1);
        return new Count(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]));
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private void say(String command) throws IOException {
        commands.write(command + "\n");
        commands.flush();
    }

    private String answer() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("the load generator failed; see above");
        }
        return line;
    }
}
