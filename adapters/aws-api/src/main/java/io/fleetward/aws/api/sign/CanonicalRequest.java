// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.sign;

import io.fleetward.aws.api.http.ApiRequest;
import io.fleetward.aws.api.http.Parameters;
import io.fleetward.aws.api.http.PercentCoding;
import io.fleetward.aws.api.http.UriPath;
import java.util.ArrayList;
import java.util.List;

/**
 * The text a client hashes and signs: method, path, query, signed headers, payload hash. Immutable.
 *
 * <p>Specification: aws-protocol, signature version 4.
 */
record CanonicalRequest(ApiRequest request, UriPath path, Parameters query) {
    /** The text for a list of signed headers. */
    String text(List<String> signedHeaders, String payloadHash) {
        var text = new StringBuilder(512);
        text.append(request.method()).append('\n');
        path.appendCanonical(text);
        text.append('\n');
        appendQuery(query, text);
        text.append('\n');
        for (String name : signedHeaders) {
            text.append(name).append(':');
            appendValues(request.headers().all(name), text);
            text.append('\n');
        }
        text.append('\n').append(String.join(";", signedHeaders));
        return text.append('\n').append(payloadHash).toString();
    }

    private static void appendQuery(Parameters query, StringBuilder text) {
        var pairs = new ArrayList<String>(query.all().size());
        for (Parameters.Parameter parameter : query.all()) {
            String name = parameter.name();
            if (!name.equals("X-Amz-Signature")) {
                pairs.add(PercentCoding.encode(name) + '=' + PercentCoding.encode(parameter.value()));
            }
        }
        pairs.sort(CanonicalRequest::byNameThenValue);
        for (int i = 0; i < pairs.size(); i++) {
            text.append(i == 0 ? "" : "&").append(pairs.get(i));
        }
    }

    /** Compares the encoded names first: an equals sign sorts after digits and would disturb the order. */
    private static int byNameThenValue(String left, String right) {
        int leftEnd = left.indexOf('=');
        int rightEnd = right.indexOf('=');
        int byName = left.substring(0, leftEnd).compareTo(right.substring(0, rightEnd));
        return byName != 0 ? byName : left.substring(leftEnd).compareTo(right.substring(rightEnd));
    }

    private static void appendValues(List<String> values, StringBuilder text) {
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                text.append(',');
            }
            appendCollapsed(values.get(i).strip(), text);
        }
    }

    private static void appendCollapsed(String value, StringBuilder text) {
        boolean space = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c != ' ' || !space) {
                text.append(c);
            }
            space = c == ' ';
        }
    }
}
