// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

import io.fleetward.application.notification.TopicAnnouncer;
import io.fleetward.application.store.Tx;
import io.fleetward.detect.alarm.AlarmMessage;
import io.fleetward.detect.alarm.AlarmOutput.ViolationEvent;
import io.fleetward.detect.alarm.VerificationState;
import io.fleetward.detect.profile.AlertTarget;
import io.fleetward.detect.profile.SecurityProfile;
import io.fleetward.kernel.AccountRegion;
import java.util.Map;

/**
 * Tells the alert target of a security profile what its alarms do (detect, SNS alert payload).
 *
 * <p>Thread-safe. A profile that is no longer there has no target either, so that the alarms its end invalidates are
 * told to nobody.
 */
public final class AlarmNotifications {
    private static final String SNS = "SNS";

    private final SecurityProfiles profiles;
    private final TopicAnnouncer topics;

    public AlarmNotifications(SecurityProfiles profiles, TopicAnnouncer topics) {
        this.profiles = profiles;
        this.topics = topics;
    }

    /** Announces the event, unless its behavior is silenced, in the transaction that keeps it. */
    void announce(Tx tx, ViolationEvent event, VerificationState verification) {
        if (event.behavior().isSuppressed()) {
            return;
        }
        AccountRegion scope = event.violation().key().device().scope();
        SecurityProfile profile =
                profiles.find(tx, scope, event.violation().key().profile());
        Map<String, AlertTarget> targets =
                profile == null ? null : profile.content().alertTargets();
        AlertTarget target = targets == null ? null : targets.get(SNS);
        if (target != null) {
            topics.announce(
                    tx,
                    scope,
                    target.topicArn(),
                    AlarmMessage.of(event, verification).toString());
        }
    }
}
