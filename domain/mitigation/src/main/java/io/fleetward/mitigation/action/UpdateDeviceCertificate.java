// SPDX-License-Identifier: Apache-2.0
package io.fleetward.mitigation.action;

import io.fleetward.mitigation.effect.Effect;
import io.fleetward.mitigation.effect.Subject;
import java.util.List;

/** Deactivates the device certificates that a finding is about. Immutable. */
public record UpdateDeviceCertificate() implements ActionParams {
    @Override
    public ActionType type() {
        return ActionType.UPDATE_DEVICE_CERTIFICATE;
    }

    @Override
    public List<Effect> effects(Subject subject) {
        return subject.certificates().stream()
                .<Effect>map(Effect.DeactivateCertificate::new)
                .toList();
    }
}
