// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run of the generator is to do, as {@code key=value} words. Immutable.
 *
 * @param isChurn whether clients come and go instead of exchanging messages
 * @param tls how clients prove who they are; null for plain TCP
 */
public record LoadOptions(
        String host,
        int port,
        boolean isChurn,
        int publishers,
        int subscribers,
        int window,
        int qos,
        int payloadBytes,
        @Nullable LoadTls tls) {
    /** A fleet that does nothing yet. */
    public static LoadOptions of(String host, int port) {
        return new LoadOptions(host, port, false, 0, 0, 1, 0, 64, null);
    }

    public LoadOptions withFleet(int newPublishers, int newSubscribers) {
        return new LoadOptions(host, port, false, newPublishers, newSubscribers, window, qos, payloadBytes, tls);
    }

    public LoadOptions withWindow(int newWindow) {
        return new LoadOptions(host, port, isChurn, publishers, subscribers, newWindow, qos, payloadBytes, tls);
    }

    public LoadOptions withQos(int newQos) {
        return new LoadOptions(host, port, isChurn, publishers, subscribers, window, newQos, payloadBytes, tls);
    }

    public LoadOptions withTls(LoadTls newTls) {
        return new LoadOptions(host, port, isChurn, publishers, subscribers, window, qos, payloadBytes, newTls);
    }

    /** Clients that come and go under that many names. */
    public LoadOptions churning(int names) {
        return new LoadOptions(host, port, true, names, 0, window, qos, payloadBytes, tls);
    }

    /** The words {@link #parse} reads back. */
    public List<String> words() {
        var words = new ArrayList<>(List.of(
                "host=" + host,
                "port=" + port,
                "churn=" + isChurn,
                "publishers=" + publishers,
                "subscribers=" + subscribers,
                "window=" + window,
                "qos=" + qos,
                "bytes=" + payloadBytes));
        if (tls != null) {
            words.addAll(tls.words());
        }
        return List.copyOf(words);
    }

    static LoadOptions parse(String[] words) {
        Map<String, String> given = new HashMap<>();
        for (String word : Arrays.asList(words)) {
            int equals = word.indexOf('=');
            given.put(word.substring(0, equals), word.substring(equals + 1));
        }
        return new LoadOptions(
                value(given, "host"),
                Integer.parseInt(value(given, "port")),
                Boolean.parseBoolean(value(given, "churn")),
                Integer.parseInt(value(given, "publishers")),
                Integer.parseInt(value(given, "subscribers")),
                Integer.parseInt(value(given, "window")),
                Integer.parseInt(value(given, "qos")),
                Integer.parseInt(value(given, "bytes")),
                LoadTls.parse(given));
    }

    boolean isSecure() {
        return tls != null;
    }

    int clients() {
        return publishers + subscribers;
    }

    /** Publishers take turns with the subscribers. */
    String topic(int publisher) {
        return "dt/bench/" + publisher % subscribers + "/" + clientId(publisher);
    }

    static String filter(int subscriber) {
        return "dt/bench/" + subscriber + "/+";
    }

    /** The client id, and name of the thing, with this number. */
    public static String clientId(int number) {
        return "device-" + number;
    }

    static String value(Map<String, String> given, String key) {
        String value = given.get(key);
        if (value == null) {
            throw new IllegalArgumentException(key + "= is missing");
        }
        return value;
    }
}
