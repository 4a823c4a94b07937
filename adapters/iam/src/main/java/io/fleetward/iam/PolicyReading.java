// SPDX-License-Identifier: Apache-2.0
package io.fleetward.iam;

import io.fleetward.policy.NamedPolicy;
import io.fleetward.policy.analysis.RoleAccess;
import io.fleetward.policy.document.ParseResult;
import io.fleetward.policy.document.PolicyDocument;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Reads the policies of roles. */
final class PolicyReading {
    private PolicyReading() {}

    /** A policy that belongs to one role. */
    static NamedPolicy inline(JsonPlace policy) throws MalformedImportException {
        return new NamedPolicy(
                policy.required("PolicyName").text(), "inline", document(policy.required("PolicyDocument")));
    }

    /** The version in force of a policy that roles share. */
    static NamedPolicy managed(JsonPlace policy) throws MalformedImportException {
        String version = policy.required("DefaultVersionId").text();
        for (JsonPlace candidate : policy.list("PolicyVersionList")) {
            if (candidate.required("VersionId").text().equals(version)) {
                return new NamedPolicy(
                        policy.required("PolicyName").text(), version, document(candidate.required("Document")));
            }
        }
        throw policy.malformed("lacks the version in force, " + version);
    }

    /** The document, written as an object or, as the API transports it, as percent-encoded text. */
    private static PolicyDocument document(JsonPlace place) throws MalformedImportException {
        String text = place.node().isObject() ? place.node().toString() : decoded(place);
        return switch (PolicyDocument.parse(text, RoleAccess.LONGEST_POLICY)) {
            case ParseResult.Parsed(PolicyDocument document) -> document;
            case ParseResult.Malformed malformed -> throw place.malformed(malformed.text());
        };
    }

    private static String decoded(JsonPlace place) throws MalformedImportException {
        String text = place.text();
        if (!text.startsWith("%")) {
            return text;
        }
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw place.malformed("not percent-encoded");
        }
    }
}
