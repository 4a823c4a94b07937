// SPDX-License-Identifier: Apache-2.0
package io.fleetward.console.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.identity.Role;
import io.fleetward.application.live.LiveEvent;
import io.fleetward.application.live.LiveKind;
import io.fleetward.application.user.Sessions;
import io.fleetward.application.user.TestUsers;
import io.fleetward.console.Requests;
import io.fleetward.console.TestConsole;
import io.fleetward.console.http.ConsoleAnswer;
import io.fleetward.console.http.ConsoleStream;
import io.fleetward.kernel.AccountRegion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class EventEndpointTest {
    private static final AccountRegion HERE = AccountRegion.of("000000000000", "us-east-1");
    private static final AccountRegion THERE = AccountRegion.of("111111111111", "us-east-1");

    private final TestConsole site = new TestConsole();

    EventEndpointTest() {
        site.put(TestUsers.user("ann", TestConsole.PASSWORD, Role.READ_ONLY));
        site.signIn("ann", TestConsole.PASSWORD);
    }

    @Test
    void tellsWhatChangesInAFewWords() {
        Page page = open(events());
        site.live.publish(HERE, new LiveEvent(LiveKind.REGISTRY, "pump-7", "thing", site.clock.instant()));
        site.live.publish(THERE, new LiveEvent(LiveKind.REGISTRY, "theirs", "thing", site.clock.instant()));
        site.live.publish(HERE, new LiveEvent(LiveKind.FINDING, "arn:aws:a", "changed", site.clock.instant()));

        assertThat(page.text()).matches("""
                retry: 2000

                id: [0-9a-f]{12}-0
                event: reset
                data: \\{"kind":"reset"}

                id: [0-9a-f]{12}-1
                event: registry
                data: \\{"kind":"registry","id":"pump-7","change":"thing","at":"2026-06-01T00:00:00Z"}

                id: [0-9a-f]{12}-2
                event: finding
                data: \\{"kind":"finding","arn":"arn:aws:a","change":"changed","at":"2026-06-01T00:00:00Z"}

                """);
    }

    @Test
    void goesOnWhereAPageLeftOff() {
        Page before = open(events());
        tell("a");
        tell("b");
        String known = before.lastId();
        before.close();
        tell("c");

        Page after = open(events().with("last-event-id", known));
        tell("d");
        assertThat(after.text()).doesNotContain("reset", "\"a\"", "\"b\"").contains("\"c\"", "\"d\"");
        assertThat(before.text()).doesNotContain("\"c\"");
        assertThat(open(events().with("last-event-id", "gone-17")).text()).contains("event: reset");
    }

    @Test
    void beatsSoThatAQuietConnectionIsNotTakenForADeadOne() {
        Page page = open(events());
        site.timers.advance(EventEndpoint.HEARTBEAT);
        site.timers.advance(EventEndpoint.HEARTBEAT);
        assertThat(page.text()).endsWith("\n\n:\n\n:\n\n");
    }

    @Test
    void endsWithItsSession() {
        Page page = open(events());
        site.send(site.page("DELETE", "/console/session"));
        assertThat(page.isOver).isTrue();
        assertThat(page.text()).doesNotContain("late");
    }

    @Test
    void keepsNoSessionAlive() {
        Page page = open(events());
        site.timers.advance(Sessions.IDLE.plus(EventEndpoint.HEARTBEAT));
        assertThat(page.isOver).isTrue();
    }

    @Test
    void tellsNothingWithoutASessionOrElsewhere() {
        assertThat(site.send(events().with("cookie", "")).status()).isEqualTo(401);
        assertThat(site.send(events().with("origin", "https://evil.example")).status())
                .isEqualTo(403);
        assertThat(site.send(site.page("GET", "/console/events").query("account=111111111111&region=us-east-1"))
                        .status())
                .isEqualTo(403);
        assertThat(site.send(site.page("GET", "/console/events").query("account=000000000000&region=%zz"))
                        .status())
                .isEqualTo(400);
        assertThat(site.send(site.page("POST", "/console/events")).status()).isEqualTo(405);
    }

    @Test
    void opensABoundedNumberOfThem() {
        List<Page> pages = new ArrayList<>();
        for (int i = 0; i < EventEndpoint.MOST_OF_SESSION; i++) {
            pages.add(open(events()));
        }
        assertThat(site.send(events()).status()).isEqualTo(429);
        pages.getFirst().close();
        assertThat(site.send(events()).status()).isEqualTo(200);
    }

    private void tell(String id) {
        site.live.publish(HERE, new LiveEvent(LiveKind.CONNECTION, id, "connected", site.clock.instant()));
        site.clock.advance(Duration.ofSeconds(1));
    }

    private Requests events() {
        return site.page("GET", "/console/events").query("account=000000000000&region=us-east-1");
    }

    private Page open(Requests request) {
        ConsoleAnswer answer = site.send(request);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers())
                .containsEntry("content-type", "text/event-stream")
                .containsEntry("cache-control", "no-store");
        var page = new Page();
        Objects.requireNonNull(answer.stream()).open(page);
        return page;
    }

    /** What has arrived at a page. */
    private static final class Page implements ConsoleStream.Sink {
        private final StringBuilder arrived = new StringBuilder();
        private Runnable whenOver = () -> {};
        private boolean isOver;

        @Override
        public void send(byte[] bytes) {
            arrived.append(new String(bytes, UTF_8));
        }

        @Override
        public void end() {
            isOver = true;
            whenOver.run();
        }

        @Override
        public void onEnd(Runnable ended) {
            whenOver = ended;
        }

        void close() {
            whenOver.run();
        }

        String text() {
            return arrived.toString();
        }

        String lastId() {
            String text = text();
            int at = text.lastIndexOf("id: ") + 4;
            return text.substring(at, text.indexOf('\n', at));
        }
    }
}
