// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.analysis;

import io.fleetward.policy.match.Token;
import io.fleetward.policy.match.Tokens;
import java.util.List;
import java.util.stream.Stream;

/**
 * The topics that the platform reserves for a thing (audit, policy matching primitives).
 *
 * <p>As patterns in which the thing is a stranger, see {@link Tokens#topics}, and shadow and job have any name.
 */
final class ReservedTopics {
    static final List<List<Token>> OF_A_STRANGER = Stream.of(
                    answered("shadow/get", "shadow/update", "shadow/delete"),
                    Stream.of("shadow/update/delta", "shadow/update/documents"),
                    answered("shadow/name/+/get", "shadow/name/+/update", "shadow/name/+/delete"),
                    Stream.of("shadow/name/+/update/delta", "shadow/name/+/update/documents"),
                    answered("jobs/get", "jobs/start-next", "jobs/+/get", "jobs/+/update"),
                    Stream.of("jobs/notify", "jobs/notify-next"),
                    answered("defender/metrics/json", "defender/metrics/cbor"))
            .flatMap(topics -> topics)
            .map(topic -> Tokens.topics("$aws/things/~/" + topic))
            .toList();

    private ReservedTopics() {}

    private static Stream<String> answered(String... topics) {
        return Stream.of(topics).flatMap(topic -> Stream.of(topic, topic + "/accepted", topic + "/rejected"));
    }
}
