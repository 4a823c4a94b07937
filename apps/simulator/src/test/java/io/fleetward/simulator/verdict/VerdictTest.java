// SPDX-License-Identifier: Apache-2.0
package io.fleetward.simulator.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.simulator.plan.AttackKind;
import io.fleetward.simulator.verdict.GroundTruth.Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerdictTest {
    private static final Instant START = Instant.parse("2026-11-28T10:00:00Z");
    private static final Duration PERIOD = Duration.ofSeconds(10);
    private static final Entry FLOOD =
            new Entry("sim-1", AttackKind.FLOOD, START.plusSeconds(60), START.plusSeconds(90));
    private static final Entry HIDDEN =
            new Entry("sim-2", AttackKind.HIDDEN_BEACON, START.plusSeconds(60), START.plusSeconds(90));
    private static final GroundTruth TRUTH = new GroundTruth(List.of(FLOOD, HIDDEN));

    @Test
    void anAlarmOfTheRightBehaviorDuringTheAttackFindsIt() {
        Verdict verdict = judge(new Alarm("sim-1", "messagesSent", START.plusSeconds(65)));
        assertThat(verdict.found()).containsExactly(FLOOD);
        assertThat(verdict.isPerfect()).isTrue();
        assertThat(verdict.recall()).isEqualTo(1);
    }

    @Test
    void anAlarmBeforeTheAttackOrLongAfterItIsFalse() {
        assertThat(judge(new Alarm("sim-1", "messagesSent", START.plusSeconds(59)))
                        .falseAlarms())
                .hasSize(1);
        assertThat(judge(new Alarm("sim-1", "messagesSent", START.plusSeconds(111)))
                        .falseAlarms())
                .hasSize(1);
    }

    @Test
    void anAlarmOfAnotherBehaviorOrThingIsFalseAndFindsNothing() {
        Verdict verdict = judge(
                new Alarm("sim-1", "messageSize", START.plusSeconds(65)),
                new Alarm("sim-3", "messagesSent", START.plusSeconds(65)));
        assertThat(verdict.falseAlarms()).hasSize(2);
        assertThat(verdict.missed()).containsExactly(FLOOD);
        assertThat(verdict.recall()).isZero();
    }

    @Test
    void whatNoRuleFindsIsNotMissed() {
        assertThat(judge().missed()).containsExactly(FLOOD);
    }

    @Test
    void theTruthIsWrittenOneAttackPerLine(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("truth.jsonl");
        TRUTH.write(file);
        assertThat(Files.readAllLines(file)).containsExactly("""
                        {"thing":"sim-1","attack":"FLOOD","from":"2026-11-28T10:01:00Z","to":"2026-11-28T10:01:30Z",\
                        "ruleDetectable":true,"behaviors":["messagesSent"]}""", """
                        {"thing":"sim-2","attack":"HIDDEN_BEACON","from":"2026-11-28T10:01:00Z",\
                        "to":"2026-11-28T10:01:30Z","ruleDetectable":false,"behaviors":[]}""");
    }

    private static Verdict judge(Alarm... alarms) {
        return Verdict.of(TRUTH, List.of(alarms), PERIOD);
    }
}
