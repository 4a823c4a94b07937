// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench;

import io.fleetward.bench.ml.Figures;
import io.fleetward.bench.ml.JudgingBench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** How well ML Detect tells normal from not: on labelled data in a folder, and on a simulated fleet. */
final class MlBench implements Benchmark {
    private static final String DEVICES = "500";

    @Override
    public String name() {
        return "ml";
    }

    @Override
    public String purpose() {
        return "learned models on labelled data (--data DIR) and on a simulated fleet (--devices N)";
    }

    @Override
    public Result run(BenchContext context) throws Exception {
        String data = context.option("--data", "");
        if (!data.isEmpty() && !Files.isDirectory(Path.of(data))) {
            throw new BadUsage("there is no folder " + data);
        }
        int devices;
        try {
            devices = Integer.parseInt(context.option("--devices", DEVICES));
        } catch (NumberFormatException wrong) {
            throw new BadUsage("--devices is not a number");
        }
        var result = new Result();
        var bench = new JudgingBench(context::say, figuresOf(result));
        if (!data.isEmpty()) {
            bench.labelled(Path.of(data));
        }
        bench.simulated(devices);
        return result;
    }

    private static Figures figuresOf(Result result) {
        return new Figures() {
            @Override
            public void put(String key, double value) {
                result.put(key, value);
            }

            @Override
            public void put(String key, Map<String, Double> values) {
                result.put(key, values);
            }
        };
    }
}
