// SPDX-License-Identifier: Apache-2.0
package io.fleetward.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads which custom metrics are to be measured. */
final class CustomMetricFile {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9:_-]{1,128}");
    private static final int WORDS = 4;

    private CustomMetricFile() {}

    /** The metrics in the file, one a line; none when it is not there and need not be. */
    static List<CustomMetric> read(Path file, boolean isRequired) throws ConfigurationException {
        if (!isRequired && Files.notExists(file)) {
            return List.of();
        }
        try {
            return parse(file, Files.readAllLines(file));
        } catch (IOException unreadable) {
            throw new ConfigurationException("cannot read " + file + ": " + unreadable.getMessage());
        }
    }

    private static List<CustomMetric> parse(Path file, List<String> lines) throws ConfigurationException {
        var metrics = new ArrayList<CustomMetric>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                metrics.add(metric(file + ":" + (i + 1), line.split("\\s+", WORDS)));
            }
        }
        return metrics;
    }

    private static CustomMetric metric(String where, String[] words) throws ConfigurationException {
        if (words.length < WORDS) {
            throw new ConfigurationException(where + ": must be NAME TYPE file PATH, or NAME TYPE command COMMAND");
        }
        if (!NAME.matcher(words[0]).matches() || words[0].startsWith("aws:")) {
            throw new ConfigurationException(where + ": no custom metric has such a name: " + words[0]);
        }
        boolean isCommand = words[2].equals("command");
        if (!isCommand && !words[2].equals("file")) {
            throw new ConfigurationException(where + ": must say file or command: " + words[2]);
        }
        return new CustomMetric(words[0], kind(where, words[1]), isCommand, words[3]);
    }

    private static CustomMetric.Kind kind(String where, String type) throws ConfigurationException {
        for (CustomMetric.Kind kind : CustomMetric.Kind.values()) {
            if (kind.type().equals(type)) {
                return kind;
            }
        }
        throw new ConfigurationException(
                where + ": type must be number, number-list, string-list or ip-address-list: " + type);
    }
}
