// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.http;

import java.util.ArrayList;
import java.util.List;

/**
 * A path without empty and dot segments, its segments still percent-encoded: the one form that is both signed and
 * routed. Immutable.
 */
public record UriPath(List<String> segments, boolean endsWithSlash) {
    private static final int MAX_LENGTH = 8 * 1024;

    public UriPath {
        segments = List.copyOf(segments);
    }

    /** Normalises the raw path of a request. */
    public static UriPath of(String raw) {
        if (raw.length() > MAX_LENGTH) {
            throw new MalformedUriException("The request path is longer than " + MAX_LENGTH + " characters.");
        }
        var segments = new ArrayList<String>();
        int start = 0;
        while (start <= raw.length()) {
            int slash = raw.indexOf('/', start);
            int end = slash < 0 ? raw.length() : slash;
            add(raw.substring(start, end), segments);
            start = end + 1;
        }
        return new UriPath(segments, raw.endsWith("/") && !segments.isEmpty());
    }

    private static void add(String segment, List<String> segments) {
        if (segment.equals("..")) {
            if (!segments.isEmpty()) {
                segments.removeLast();
            }
        } else if (!segment.isEmpty() && !segment.equals(".")) {
            segments.add(segment);
        }
    }

    /** Appends the path with its encoded form encoded once more, as every service but S3 signs it. */
    public void appendCanonical(StringBuilder out) {
        out.append('/');
        for (int i = 0; i < segments.size(); i++) {
            if (i > 0) {
                out.append('/');
            }
            PercentCoding.encode(segments.get(i), false, out);
        }
        if (endsWithSlash) {
            out.append('/');
        }
    }
}
