// SPDX-License-Identifier: Apache-2.0
package io.fleetward.mitigation.action;

import io.fleetward.mitigation.effect.Effect;
import io.fleetward.mitigation.effect.Subject;
import java.util.List;

/** Brings a version into force that allows nothing. Immutable. */
public record ReplaceDefaultPolicyVersion() implements ActionParams {
    /** The only template. */
    public static final String TEMPLATE = "BLANK_POLICY";

    @Override
    public ActionType type() {
        return ActionType.REPLACE_DEFAULT_POLICY_VERSION;
    }

    @Override
    public List<Effect> effects(Subject subject) {
        return List.of(new Effect.BlankPolicy(subject.policy()));
    }
}
