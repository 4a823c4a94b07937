// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.notification.delivery;

import io.fleetward.application.notification.Endpoint;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** A message as it is posted to an endpoint. Immutable. */
public record OutgoingMessage(Endpoint endpoint, SequencedMap<String, String> headers, String body) {
    public OutgoingMessage {
        headers = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(headers));
    }
}
