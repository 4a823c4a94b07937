// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.source;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** A service of AWS and how its findings read in the hub's format (hub, native formats to normalise). Immutable. */
interface NativeService {
    /** The name of its format. */
    String format();

    /** The tail of its product. */
    String product();

    /** The source that envelopes of its events name, for example {@code aws.guardduty}. */
    String eventSource();

    /** The findings that a document comes to: usually one, none for good news. */
    List<ObjectNode> findings(NativeDocument document);

    /** The findings that documents which came together come to. */
    default List<ObjectNode> allFindings(List<NativeDocument> documents) {
        var findings = new ArrayList<ObjectNode>();
        documents.forEach(document -> findings.addAll(findings(document)));
        return findings;
    }
}
