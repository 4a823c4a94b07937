// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

import io.fleetward.application.store.Tx;
import io.fleetward.detect.profile.ProfileTarget;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.util.List;

/** Which security profiles are attached to which targets. Thread-safe. */
public interface ProfileTargets {
    /** A profile, by name, and one of its targets. Immutable. */
    record Attachment(String profile, ProfileTarget target) {}

    /** Attaches the profile; without effect when it already is attached. */
    void attach(Tx tx, AccountRegion scope, Attachment attachment);

    /** Detaches the profile; without effect when it is not attached. */
    void detach(Tx tx, AccountRegion scope, Attachment attachment);

    /** Detaches the profile from everything. */
    void detachAll(Tx tx, AccountRegion scope, String profile);

    /** The targets of the profile by their ARNs; the sort key is the ARN. */
    Page<ProfileTarget> targetsOf(Tx tx, AccountRegion scope, String profile, PageRequest page);

    /** The names of the profiles attached to exactly this target, sorted. */
    List<String> profilesOf(Tx tx, AccountRegion scope, ProfileTarget target);

    /** Every attachment, by target ARN, then by profile. */
    List<Attachment> all(Tx tx, AccountRegion scope);
}
