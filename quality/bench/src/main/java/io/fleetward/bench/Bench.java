// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * {@code fleetward bench NAME [--vs PEER]}: runs one benchmark; its last line is {@code RESULT} and one JSON object.
 *
 * <p>Arguments: the words that start the server's program, then {@code --}, then the name and options.
 */
public final class Bench {
    private static final int USAGE = 2;

    private Bench() {}

    public static void main(String[] args) throws Exception {
        List<String> words = Arrays.asList(args);
        int split = words.indexOf("--");
        List<String> asked = words.subList(split + 1, words.size());
        if (asked.isEmpty() || "--help".equals(asked.getFirst())) {
            System.out.println(help());
            return;
        }
        Benchmark benchmark = Benchmarks.named(asked.getFirst());
        if (benchmark == null) {
            System.err.println(
                    "fleetward bench: unknown benchmark " + asked.getFirst() + System.lineSeparator() + help());
            System.exit(USAGE);
            return;
        }
        List<String> server = words.subList(0, Math.max(split, 0));
        try {
            Result result = benchmark.run(new BenchContext(server, asked.subList(1, asked.size()), System.out));
            System.out.println("RESULT " + result.toJson());
            System.exit(0);
        } catch (BadUsage wrong) {
            System.err.println("fleetward bench " + benchmark.name() + ": " + wrong.getMessage());
            System.exit(USAGE);
        }
    }

    private static String help() {
        return Benchmarks.ALL.stream()
                .map(benchmark -> String.format("  %-12s %s", benchmark.name(), benchmark.purpose()))
                .collect(Collectors.joining(
                        System.lineSeparator(), "usage: fleetward bench NAME [OPTIONS]" + System.lineSeparator(), ""));
    }
}
