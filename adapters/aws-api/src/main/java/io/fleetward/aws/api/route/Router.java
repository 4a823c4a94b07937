// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.route;

import io.fleetward.aws.api.bind.NamedBinder;
import io.fleetward.aws.api.http.PercentCoding;
import io.fleetward.aws.api.http.UriPath;
import io.fleetward.aws.api.model.Operation;
import io.fleetward.aws.api.model.ServiceModel;
import io.fleetward.aws.api.model.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Finds the operation of a REST service by method and path.
 *
 * <p>Immutable, thread-safe. Works on the still percent-encoded path, so that an encoded slash stays inside its segment.
 * At each segment a literal comes before a label, a label before a greedy label; when a choice leads nowhere the next one
 * is tried. A trailing slash is ignored. Specification: aws-protocol, wire rules, path matching.
 */
public final class Router {
    /** A found operation with its decoded path labels. */
    public record Match(Operation operation, Map<String, String> labels) {
        /** The same operation with the labels that a call by name gives in its body. */
        public Match labelled(ObjectNode body) {
            return operation.input() != null && operation.input().get() instanceof Shape.Structure shape
                    ? new Match(operation, NamedBinder.labels(shape, body))
                    : this;
        }
    }

    /** What can follow a prefix of segments. */
    private static final class Node {
        private final Map<String, Node> literals = new HashMap<>();
        private @Nullable Node label;
        private @Nullable Leaf greedy;
        private @Nullable Leaf leaf;
    }

    /** Where a route ends: its operation and the names of the labels on the way. */
    private record Leaf(Operation operation, List<String> labels) {}

    private final Map<String, Node> roots = new HashMap<>();

    public Router(ServiceModel model) {
        model.operations().values().forEach(this::add);
    }

    /** The operation, or null when no route fits. */
    public @Nullable Match find(String method, UriPath path) {
        Node root = roots.get(method);
        if (root == null) {
            return null;
        }
        var values = new ArrayList<String>(4);
        Leaf leaf = walk(root, path.segments(), 0, values);
        return leaf == null ? null : new Match(leaf.operation(), decode(leaf.labels(), values));
    }

    private static @Nullable Leaf walk(Node node, List<String> segments, int at, List<String> values) {
        if (at == segments.size()) {
            return node.leaf;
        }
        String segment = segments.get(at);
        Node literal = node.literals.get(segment);
        if (literal != null) {
            Leaf leaf = walk(literal, segments, at + 1, values);
            if (leaf != null) {
                return leaf;
            }
        }
        if (node.label != null) {
            values.addLast(segment);
            Leaf leaf = walk(node.label, segments, at + 1, values);
            if (leaf != null) {
                return leaf;
            }
            values.removeLast();
        }
        if (node.greedy != null) {
            values.addLast(String.join("/", segments.subList(at, segments.size())));
        }
        return node.greedy;
    }

    private static Map<String, String> decode(List<String> names, List<String> values) {
        var labels = new HashMap<String, String>();
        for (int i = 0; i < names.size(); i++) {
            labels.put(names.get(i), PercentCoding.decode(values.get(i), false));
        }
        return labels;
    }

    private void add(Operation operation) {
        Node node = roots.computeIfAbsent(operation.method(), method -> new Node());
        List<String> labels = new ArrayList<>();
        List<String> segments = Arrays.stream(operation.uri().split("/"))
                .filter(segment -> !segment.isEmpty())
                .collect(Collectors.toCollection(ArrayList::new));
        for (String segment : segments) {
            if (segment.endsWith("+}")) {
                labels.add(segment.substring(1, segment.length() - 2));
                node.greedy = only(node.greedy, new Leaf(operation, labels));
                return;
            }
            if (segment.startsWith("{")) {
                labels.add(segment.substring(1, segment.length() - 1));
                node.label = node.label == null ? new Node() : node.label;
                node = node.label;
            } else {
                node = node.literals.computeIfAbsent(segment, literal -> new Node());
            }
        }
        node.leaf = only(node.leaf, new Leaf(operation, labels));
    }

    private static Leaf only(@Nullable Leaf taken, Leaf leaf) {
        if (taken != null) {
            throw new IllegalStateException("two operations have the route of "
                    + leaf.operation().name() + ": also "
                    + taken.operation().name());
        }
        return leaf;
    }
}
