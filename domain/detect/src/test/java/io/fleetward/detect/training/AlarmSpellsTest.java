// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.detect.alarm.DeviceKey;
import io.fleetward.detect.alarm.VerificationState;
import io.fleetward.detect.metric.Facts;
import io.fleetward.detect.training.AlarmSpells.Spell;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlarmSpellsTest {
    private static final DeviceKey PUMP = new DeviceKey(Facts.SCOPE, "pump", true);

    private static AlarmSpells spells(VerificationState verification, boolean heeds) {
        return new AlarmSpells(
                List.of(new Spell(PUMP, Instant.ofEpochMilli(300), Instant.ofEpochMilli(900), verification)), heeds);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 300, false",
        "300, 600, true",
        "600, 900, true",
        "900, 1200, false",
        "300, 300, true",
        "899, 899, true"
    })
    void coverTheWindowsOfAnAlarm(long from, long to, boolean isCovered) {
        assertThat(spells(VerificationState.UNKNOWN, true).covers(PUMP, from, to))
                .isEqualTo(isCovered);
    }

    @Test
    void coverTheDeviceInAlarmAlone() {
        AlarmSpells spells = spells(VerificationState.UNKNOWN, true);

        assertThat(spells.covers(new DeviceKey(Facts.SCOPE, "pump", false), 300, 600))
                .isFalse();
        assertThat(spells.covers(new DeviceKey(Facts.SCOPE, "valve", true), 300, 600))
                .isFalse();
    }

    @Test
    void lastAsLongAsTheAlarm() {
        var lasting = new AlarmSpells(
                List.of(new Spell(PUMP, Instant.ofEpochMilli(300), null, VerificationState.TRUE_POSITIVE)), true);

        assertThat(lasting.covers(PUMP, 900_000, 900_300)).isTrue();
        assertThat(lasting.covers(PUMP, 0, 300)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "UNKNOWN, true, true", "TRUE_POSITIVE, true, true", "FALSE_POSITIVE, true, false",
                "BENIGN_POSITIVE, true, false",
        "UNKNOWN, false, true", "TRUE_POSITIVE, false, true", "FALSE_POSITIVE, false, true",
                "BENIGN_POSITIVE, false, true"
    })
    void doNotCoverWhatPeopleCallHarmlessUnlessThatIsIgnored(
            VerificationState verification, boolean heeds, boolean isCovered) {
        assertThat(spells(verification, heeds).covers(PUMP, 300, 600)).isEqualTo(isCovered);
    }
}
