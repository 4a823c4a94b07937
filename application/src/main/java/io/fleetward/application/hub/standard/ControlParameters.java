// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub.standard;

import io.fleetward.application.hub.HubRefusals;
import io.fleetward.application.hub.standard.ControlAdministration.ParameterChange;
import io.fleetward.hub.standard.SecurityControl;
import io.fleetward.hub.standard.TagRequirement;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules of what can be set about controls: the tags that some demand. */
public final class ControlParameters {
    private ControlParameters() {}

    /**
     * What the control is to demand.
     *
     * @param member the member of the request that is to blame
     * @param change the parameter's name and what is to become of it
     * @return null for what it demands by itself
     */
    public static @Nullable TagRequirement tags(
            String member, SecurityControl control, Map.Entry<String, ParameterChange> change) {
        if (!control.demandsTags() || !change.getKey().equals(TagRequirement.PARAMETER)) {
            throw HubRefusals.invalid(member, control.id() + " has no parameter " + change.getKey());
        }
        if (!change.getValue().isCustom()) {
            return null;
        }
        String place = "data." + member + "." + TagRequirement.PARAMETER + ".Value";
        List<String> keys = change.getValue().texts();
        if (keys == null) {
            throw HubRefusals.invalid(member, place + " should have a StringList");
        }
        String problem = TagRequirement.problemWith(keys);
        if (problem != null) {
            throw HubRefusals.invalid(member, place + ".StringList " + problem);
        }
        return new TagRequirement(keys);
    }
}
