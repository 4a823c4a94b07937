// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench.ml;

import io.fleetward.detect.learned.LearnedModels;
import io.fleetward.detect.learned.StandardModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Runs all trials and tells what came out. */
public final class JudgingBench {
    private static final long SEED = 7;

    private final LearnedModels models = new StandardModels();
    private final Consumer<String> out;
    private final Figures figures;

    /** Tells people by lines, and programs by figures. */
    public JudgingBench(Consumer<String> out, Figures figures) {
        this.out = out;
        this.figures = figures;
    }

    /** Judges all corpora that are found in the folder. */
    public void labelled(Path data) throws IOException {
        Path nab = data.resolve("nab");
        if (NabCorpus.isAt(nab)) {
            nab(NabCorpus.read(nab));
        }
        List<FeatureTable> captures = new ArrayList<>();
        for (Path file : csvs(data.resolve("iot23"))) {
            captures.add(Iot23.read(file));
        }
        if (!captures.isEmpty()) {
            iot23(captures);
        }
        List<FeatureTable> others = new ArrayList<>();
        for (Path file : csvs(data.resolve("iotid20"))) {
            others.add(Iotid20.read(file));
        }
        if (Files.isDirectory(data.resolve("nemea_siot"))) {
            others.addAll(NemeaSiot.read(data.resolve("nemea_siot")));
        }
        tables(others);
    }

    private void nab(List<NabFile> files) {
        List<double[]> judged = NabTrial.judge(files, models);
        say("NAB, %d files: %-20s score  even   odd  threshold   hit     false alarms", files.size(), "");
        for (NabScorer.Profile profile : NabScorer.Profile.values()) {
            NabScorer.Score all = NabScorer.score(files, judged, profile);
            say(
                    "  %-34s %6.1f %5.1f %5.1f %10.2g %5d/%d %8d",
                    profile.name().toLowerCase(Locale.ROOT),
                    all.score(),
                    NabScorer.score(half(files, 0), half(judged, 0), profile).score(),
                    NabScorer.score(half(files, 1), half(judged, 1), profile).score(),
                    Math.pow(10, -all.threshold()),
                    all.hit(),
                    all.windows(),
                    all.falseAlarms());
            figures.put(key(profile), all.score());
        }
    }

    private static String key(NabScorer.Profile profile) {
        return switch (profile) {
            case STANDARD -> "nab_standard";
            case LOW_FALSE_POSITIVES -> "nab_low_fp";
            case LOW_FALSE_NEGATIVES -> "nab_low_fn";
        };
    }

    /** Every second one: what was settled was settled on the odd ones. */
    private static <T> List<T> half(List<T> all, int from) {
        List<T> half = new ArrayList<>();
        for (int i = from; i < all.size(); i += 2) {
            half.add(all.get(i));
        }
        return half;
    }

    private void iot23(List<FeatureTable> captures) {
        Map<String, Double> auc = new LinkedHashMap<>();
        int falseAlarms = 0;
        int normal = 0;
        for (TableTrial.Outcome outcome : tables(captures)) {
            if (!Double.isNaN(outcome.auc())) {
                auc.put(outcome.name(), outcome.auc());
            }
            falseAlarms += outcome.falseHigh();
            normal += outcome.normal();
        }
        figures.put("iot23_auc", auc);
        captures.forEach(this::others);
        figures.put("iot23_fpr_high", normal == 0 ? 0 : (double) falseAlarms / normal);
    }

    /** What other methods make of an attacked capture. */
    private void others(FeatureTable capture) {
        boolean isAttacked = capture.rows().stream().anyMatch(row -> row.attacked() != null);
        for (WindowMethod method : isAttacked ? WindowMethod.values() : new WindowMethod[0]) {
            WindowTrial.Outcome outcome = WindowTrial.judge(capture, method);
            say(
                    "  %-42s %-20s AUC %.3f, recall %.2f, false %.3f",
                    capture.name(), word(method), outcome.auc(), outcome.recall(), outcome.falseRate());
        }
    }

    private List<TableTrial.Outcome> tables(List<FeatureTable> tables) {
        List<TableTrial.Outcome> outcomes = new ArrayList<>();
        if (!tables.isEmpty()) {
            say("%-44s trained normal attacked   AUC  recall LOW  HIGH  false LOW  HIGH", "capture");
        }
        for (FeatureTable table : tables) {
            TableTrial.Outcome outcome = TableTrial.judge(table, models);
            say(
                    "  %-42s %7d %6d %8d %5.3f %11.2f %5.2f %10.3f %5d",
                    outcome.name(),
                    outcome.trained(),
                    outcome.normal(),
                    outcome.attacked(),
                    outcome.auc(),
                    outcome.recallLow(),
                    outcome.recallHigh(),
                    outcome.falseLow(),
                    outcome.falseHigh());
            outcomes.add(outcome);
        }
        return outcomes;
    }

    /** Judges a simulated fleet of this size. */
    public void simulated(int devices) {
        FleetTrial.Outcome outcome = new FleetTrial(models, new SimulatedFleet(devices, SEED)).run();
        say("simulated fleet of %d devices, four weeks, at HIGH:", devices);
        Map<String, Double> recall = new LinkedHashMap<>();
        outcome.found().forEach((attack, found) -> {
            say(
                    "  %-20s %3d of %3d found, after %.0f minutes at the median",
                    word(attack), found.found(), found.attacks(), found.medianMinutes());
            recall.put(word(attack), found.recall());
        });
        outcome.byMetric()
                .forEach((metric, rate) -> say("  false alarms by %-22s %.3f a device and month", word(metric), rate));
        figures.put("sim_recall", recall);
        figures.put("sim_false_alarms_per_device_month_high", outcome.falseAlarms());
        figures.put("us_per_point", outcome.micros());
        figures.put("model_kb", outcome.modelBytes() / 1024.0);
        figures.put("bytes_per_device", outcome.baselineBytes());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    @SuppressWarnings("AnnotateFormatMethod") // The annotation is no dependency of ours.
    private void say(String format, Object... arguments) {
        out.accept(String.format(Locale.ROOT, format, arguments));
    }

    private static List<Path> csvs(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        }
    }
}
