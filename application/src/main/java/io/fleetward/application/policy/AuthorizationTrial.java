// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.policy;

import java.util.List;

/** A request to try out what a principal may do. Immutable. */
public record AuthorizationTrial(AuthorizationSubject subject, List<AuthorizationQuestion> questions) {
    public AuthorizationTrial {
        questions = List.copyOf(questions);
    }
}
