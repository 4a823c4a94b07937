// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.detect.alarm.DeviceKey;
import io.fleetward.detect.alarm.VerificationState;
import io.fleetward.detect.metric.Facts;
import io.fleetward.detect.training.AlarmSpells.Spell;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Windows are of 300 milliseconds, and known by their ends. */
class AlarmSpellsTest {
    private static final DeviceKey PUMP = new DeviceKey(Facts.SCOPE, "pump", true);
    private static final int WINDOW = 300;

    private static Spell spell(long from, @Nullable Long to, int leading) {
        return spell(from, to, leading, VerificationState.UNKNOWN);
    }

    private static Spell spell(long from, @Nullable Long to, int leading, VerificationState verification) {
        return new Spell(
                PUMP, Instant.ofEpochMilli(from), to == null ? null : Instant.ofEpochMilli(to), leading, verification);
    }

    /** What is left of datapoints at these times. */
    private static Set<Long> left(AlarmSpells spells, DeviceKey device, long length, long... times) {
        var datapoints = new TreeMap<Long, String>();
        for (long time : times) {
            datapoints.put(time, "measured");
        }
        spells.removeFrom(datapoints, device, length);
        return datapoints.keySet();
    }

    private static Set<Long> left(Spell spell, long length, long... times) {
        return left(new AlarmSpells(List.of(spell), true), PUMP, length, times);
    }

    @Test
    void takeOutTheWindowsOfAnAlarm() {
        assertThat(left(spell(300, 900L, 0), WINDOW, 300, 600, 900, 1200)).containsExactly(300L, 1200L);
        assertThat(left(spell(300, 901L, 0), WINDOW, 300, 600, 900, 1200, 1500)).containsExactly(300L, 1500L);
    }

    @Test
    void takeOutTheReportsOfAnAlarm() {
        assertThat(left(spell(300, 900L, 0), 0, 299, 300, 899, 900)).containsExactly(299L, 900L);
        assertThat(left(spell(300, 300L, 0), 0, 299, 300, 301)).containsExactly(299L, 300L, 301L);
    }

    /** Otherwise who attacks for fewer datapoints than are counted, again and again, teaches the model all of them. */
    @Test
    void takeOutWhatWasCountedUntilTheAlarmWasRaised() {
        assertThat(left(spell(900, 1200L, 2), WINDOW, 300, 600, 900, 1200, 1500))
                .containsExactly(300L, 1500L);
        assertThat(left(spell(1200, 1500L, 2), WINDOW, 300, 600, 1500, 1800))
                .as("a window in which nothing was measured does not break the row")
                .containsExactly(1800L);
        assertThat(left(spell(900, 950L, 3), 0, 700, 800, 900)).isEmpty();
    }

    @Test
    void leaveOtherDevicesAlone() {
        var spells = new AlarmSpells(List.of(spell(300, 900L, 3)), true);

        assertThat(left(spells, new DeviceKey(Facts.SCOPE, "pump", false), WINDOW, 300, 600))
                .containsExactly(300L, 600L);
        assertThat(left(spells, new DeviceKey(Facts.SCOPE, "valve", true), WINDOW, 300, 600))
                .containsExactly(300L, 600L);
    }

    @Test
    void lastAsLongAsTheAlarm() {
        assertThat(left(spell(300, null, 0), WINDOW, 300, 900_300)).containsExactly(300L);
    }

    @ParameterizedTest
    @CsvSource({
        "UNKNOWN, true, true", "TRUE_POSITIVE, true, true", "FALSE_POSITIVE, true, false",
                "BENIGN_POSITIVE, true, false",
        "UNKNOWN, false, true", "TRUE_POSITIVE, false, true", "FALSE_POSITIVE, false, true",
                "BENIGN_POSITIVE, false, true"
    })
    void doNotTakeOutWhatPeopleCallHarmlessUnlessThatIsIgnored(
            VerificationState verification, boolean heeds, boolean isTakenOut) {
        var spells = new AlarmSpells(List.of(spell(300, 900L, 1, verification)), heeds);

        assertThat(left(spells, PUMP, WINDOW, 300, 600).isEmpty()).isEqualTo(isTakenOut);
    }
}
