// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.detect.ProfileTargets.Attachment;
import io.fleetward.detect.profile.ProfileTarget;
import io.fleetward.detect.profile.ProfileTarget.AllThings;
import io.fleetward.detect.profile.ProfileTarget.GroupMembers;
import io.fleetward.detect.profile.ProfileTarget.RegisteredThings;
import io.fleetward.detect.profile.ProfileTarget.UnregisteredThings;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.registry.thing.ThingGroupName;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link ProfileTargets} promises. */
public abstract class ProfileTargetsContract extends DetectStoreContract {
    private static final AccountRegion HERE = AccountRegion.of("111122223333", "eu-west-1");
    private static final AccountRegion THERE = AccountRegion.of("444455556666", "eu-west-1");
    private static final ProfileTarget PUMPS = new GroupMembers(new ThingGroupName("pumps"));

    protected abstract ProfileTargets targets();

    private void attach(AccountRegion scope, String profile, ProfileTarget target) {
        change(tx -> targets().attach(tx, scope, new Attachment(profile, target)));
    }

    private List<Attachment> all(AccountRegion scope) {
        return transactions().read(tx -> targets().all(tx, scope));
    }

    @Test
    void listsAttachmentsByTargetThenByProfile() {
        attach(HERE, "b", PUMPS);
        attach(HERE, "b", new AllThings());
        attach(HERE, "a", PUMPS);
        attach(HERE, "a", new UnregisteredThings());
        attach(THERE, "c", new AllThings());

        assertThat(all(HERE))
                .containsExactly(
                        new Attachment("b", new AllThings()),
                        new Attachment("a", new UnregisteredThings()),
                        new Attachment("a", PUMPS),
                        new Attachment("b", PUMPS));
    }

    @Test
    void attachesOnceHoweverOftenAsked() {
        attach(HERE, "a", PUMPS);
        attach(HERE, "a", PUMPS);

        assertThat(all(HERE)).containsExactly(new Attachment("a", PUMPS));
    }

    @Test
    void detachesWhatIsAttachedAndNothingElse() {
        attach(HERE, "a", PUMPS);
        attach(HERE, "b", PUMPS);

        change(tx -> {
            targets().detach(tx, HERE, new Attachment("a", PUMPS));
            targets().detach(tx, HERE, new Attachment("a", new AllThings()));
        });

        assertThat(all(HERE)).containsExactly(new Attachment("b", PUMPS));
    }

    @Test
    void detachesAProfileFromEverything() {
        attach(HERE, "a", PUMPS);
        attach(HERE, "a", new AllThings());
        attach(HERE, "b", PUMPS);
        attach(THERE, "a", PUMPS);

        change(tx -> targets().detachAll(tx, HERE, "a"));

        assertThat(all(HERE)).containsExactly(new Attachment("b", PUMPS));
        assertThat(all(THERE)).hasSize(1);
    }

    @Test
    void namesTheProfilesOfATarget() {
        attach(HERE, "b", PUMPS);
        attach(HERE, "a", PUMPS);
        attach(HERE, "c", new AllThings());

        assertThat(listed(tx -> targets().profilesOf(tx, HERE, PUMPS))).containsExactly("a", "b");
    }

    @Test
    void listsTheTargetsOfAProfilePageByPage() {
        List.of(PUMPS, new AllThings(), new RegisteredThings()).forEach(target -> attach(HERE, "a", target));
        attach(HERE, "b", new UnregisteredThings());

        Page<ProfileTarget> first = transactions().read(tx -> targets().targetsOf(tx, HERE, "a", PageRequest.first(2)));
        Page<ProfileTarget> rest =
                transactions().read(tx -> targets().targetsOf(tx, HERE, "a", new PageRequest(2, first.next())));

        assertThat(first.items()).containsExactly(new RegisteredThings(), new AllThings());
        assertThat(rest.items()).containsExactly(PUMPS);
        assertThat(rest.next()).isNull();
    }
}
