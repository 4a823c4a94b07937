// SPDX-License-Identifier: Apache-2.0
package io.fleetward.mitigation.action;

import io.fleetward.mitigation.effect.Effect;
import io.fleetward.mitigation.effect.Subject;
import java.util.List;

/** Deactivates the CA certificate that a finding is about. Immutable. */
public record UpdateCaCertificate() implements ActionParams {
    @Override
    public ActionType type() {
        return ActionType.UPDATE_CA_CERTIFICATE;
    }

    @Override
    public List<Effect> effects(Subject subject) {
        return List.of(new Effect.DeactivateCaCertificate(subject.caCertificate()));
    }
}
