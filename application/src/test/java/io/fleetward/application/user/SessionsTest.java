// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.identity.Role;
import io.fleetward.application.user.Sessions.Opened;
import io.fleetward.testkit.VirtualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SessionsTest {
    private final VirtualClock clock = VirtualClock.atStart();
    private final Sessions sessions = new Sessions(new Random(1), clock);
    private final User ann = TestUsers.user("ann", "unimportant", Role.ANALYST);

    @Test
    void isFoundByItsTokenAlone() {
        Opened opened = sessions.open(ann);

        assertThat(sessions.use(opened.token())).isSameAs(opened.session());
        assertThat(sessions.use(opened.session().id())).isNull();
        assertThat(sessions.use(opened.session().csrfToken())).isNull();
        assertThat(sessions.find(opened.session().id())).isSameAs(opened.session());
        assertThat(opened.token()).hasSize(43).isNotEqualTo(sessions.open(ann).token());
        assertThat(opened + " " + opened.session())
                .doesNotContain(opened.token(), opened.session().csrfToken());
    }

    @Test
    void endsWhenItIsNotUsed() {
        Opened opened = sessions.open(ann);
        clock.advance(Sessions.IDLE.minusSeconds(1));
        assertThat(sessions.use(opened.token())).isNotNull();
        clock.advance(Sessions.IDLE.minusSeconds(1));
        assertThat(sessions.peek(opened.token())).isNotNull();
        clock.advance(Duration.ofSeconds(1));
        assertThat(sessions.use(opened.token())).isNull();
        assertThat(sessions.find(opened.session().id())).isNull();
        assertThat(sessions.isLive(opened.session())).isFalse();
    }

    @Test
    void endsAfterHalfADayHoweverMuchItIsUsed() {
        Opened opened = sessions.open(ann);
        for (int i = 0; i < 35; i++) {
            clock.advance(Duration.ofMinutes(20));
            assertThat(sessions.use(opened.token())).isNotNull();
        }
        assertThat(sessions.expiresAt(opened.session()))
                .isEqualTo(clock.instant().plus(Duration.ofMinutes(20)));
        clock.advance(Duration.ofMinutes(20));
        assertThat(sessions.use(opened.token())).isNull();
    }

    @Test
    void endsOncePerSessionAndTells() {
        List<Session> ended = new ArrayList<>();
        sessions.listen(ended::add);
        Opened first = sessions.open(ann);
        Opened second = sessions.open(ann);
        Opened others = sessions.open(TestUsers.user("ben", "unimportant", Role.ANALYST));

        sessions.end(first.session());
        sessions.end(first.session());
        sessions.endAll(ann.id());

        assertThat(ended).containsExactly(first.session(), second.session());
        assertThat(sessions.use(second.token())).isNull();
        assertThat(sessions.use(others.token())).isNotNull();
    }

    @Test
    void makesRoomByEndingTheOneLeastRecentlyUsed() {
        Opened first = sessions.open(ann);
        clock.advance(Duration.ofSeconds(1));
        Opened second = sessions.open(ann);
        for (int i = 2; i < Sessions.MOST_OF_USER; i++) {
            clock.advance(Duration.ofSeconds(1));
            sessions.open(ann);
        }
        assertThat(sessions.use(first.token())).isNotNull();
        sessions.open(ann);
        assertThat(sessions.use(second.token())).isNull();
        assertThat(sessions.use(first.token())).isNotNull();
    }
}
