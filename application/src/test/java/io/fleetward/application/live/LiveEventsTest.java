// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.live.LiveEvents.Watch;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Ids;
import io.fleetward.testkit.VirtualClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LiveEventsTest {
    private static final AccountRegion HERE = AccountRegion.of("000000000000", "us-east-1");
    private static final AccountRegion THERE = AccountRegion.of("111111111111", "us-east-1");

    private final VirtualClock clock = VirtualClock.atStart();
    private final LiveEvents live = new LiveEvents(clock, new Ids(new Random(1)));

    @Test
    void tellsWatchersOfTheirOwnScopeAlone() {
        var here = new Page(HERE, null);
        live.publish(HERE, event("a"));
        live.publish(THERE, event("b"));

        assertThat(here.told).containsExactly("reset", "a");
        assertThat(live.isWatched(HERE)).isTrue();
        assertThat(live.isWatched(THERE)).isFalse();
    }

    @Test
    void goesOnWhereAWatcherLeftOff() {
        var before = new Page(HERE, null);
        live.publish(HERE, event("a"));
        live.publish(HERE, event("b"));
        before.leave();
        live.publish(HERE, event("c"));
        live.publish(HERE, event("d"));

        assertThat(before.told).containsExactly("reset", "a", "b");
        assertThat(new Page(HERE, before.last).told).containsExactly("c", "d");
        assertThat(new Page(HERE, new Page(HERE, null).last).told).isEmpty();
    }

    @Test
    void saysThatEverythingMayHaveChangedWhenItDoesNotKnow() {
        var page = new Page(HERE, null);
        live.publish(HERE, event("a"));
        String first = page.last;
        for (int i = 0; i < LiveFeed.REMEMBERED; i++) {
            live.publish(HERE, event("b"));
        }
        assertThat(new Page(HERE, first).told).hasSize(LiveFeed.REMEMBERED).containsOnly("b");
        live.publish(HERE, event("c"));
        assertThat(new Page(HERE, first).told).containsExactly("reset");
        for (String nonsense : List.of("", "x", first + "0000", first.replaceAll("[0-9]+$", "-7"), "0-1")) {
            assertThat(new Page(HERE, nonsense).told).as(nonsense).containsExactly("reset");
        }
    }

    @Test
    void forgetsWhatNobodyWatches() {
        var page = new Page(HERE, null);
        live.publish(HERE, event("a"));
        page.leave();
        clock.advance(LiveEvents.MEMORY.minusMillis(1));
        live.forgetUnwatched();
        assertThat(live.isWatched(HERE)).isTrue();
        clock.advance(LiveEvents.MEMORY);
        live.forgetUnwatched();
        assertThat(live.isWatched()).isFalse();
        assertThat(new Page(HERE, page.last).told).containsExactly("reset");
    }

    @Test
    void followsABoundedNumberOfScopes() {
        List<Page> pages = IntStream.range(0, LiveEvents.MOST_FEEDS)
                .mapToObj(i -> new Page(AccountRegion.of("%012d".formatted(i), "us-east-1"), null))
                .toList();
        assertThat(pages).allSatisfy(page -> assertThat(page.watch).isNotNull());
        assertThat(new Page(AccountRegion.of("999999999999", "us-east-1"), null).watch)
                .isNull();
        assertThat(new Page(HERE, null).watch).isNotNull();
    }

    private LiveEvent event(String id) {
        return new LiveEvent(LiveKind.REGISTRY, id, "thing", clock.instant());
    }

    private final class Page implements LiveWatcher {
        private final List<String> told = new ArrayList<>();
        private final @Nullable Watch watch;
        private String last = "";

        Page(AccountRegion scope, @Nullable String since) {
            watch = live.watch(scope, this, since);
        }

        void leave() {
            Objects.requireNonNull(watch).end();
        }

        @Override
        public void onEvent(String id, LiveEvent event) {
            last = id;
            told.add(event.id());
        }

        @Override
        public void onReset(String id) {
            last = id;
            told.add("reset");
        }
    }
}
