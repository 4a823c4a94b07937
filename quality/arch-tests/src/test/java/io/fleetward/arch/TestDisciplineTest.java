// SPDX-License-Identifier: Apache-2.0
package io.fleetward.arch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestDisciplineTest {
    /** Needs a browser, which not every machine can have; says so on the terminal where it is skipped. */
    private static final String IN_A_BROWSER = "WebConsoleTest.java";

    @Test
    void noTestSleeps() throws IOException {
        assertThat(TestSources.ALL).hasSizeGreaterThan(100);
        assertThat(TestTree.offences(TestSources.ALL, TestTree.Offence.SLEEP))
                .as("tests wait for a condition or advance the clock, because a pause is too short or too long")
                .isEmpty();
    }

    @Test
    void noTestIsSwitchedOff() throws IOException {
        assertThat(TestTree.offences(TestSources.ALL, TestTree.Offence.DISABLED))
                .filteredOn(offence -> !offence.contains(IN_A_BROWSER))
                .as("a test that does not run fails the build, because nobody notices what it no longer proves")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ Thread.sleep(1); }",
                "{ Thread.sleep(java.time.Duration.ofMillis(1)); }",
                "{ java.lang.Thread.sleep(1); }",
                "{ TimeUnit.SECONDS.sleep(1); }",
                "{ sleep(1); }",
                "{ LockSupport.parkNanos(1); }",
                "{ Sleeper s = Thread::sleep; }"
            })
    void seesEveryWayToSleep(String body) {
        assertThat(TestTree.offences("class A { void a() throws Exception " + body + " }", TestTree.Offence.SLEEP))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Disabled",
                "@Disabled(\"slow\")",
                "@org.junit.jupiter.api.Disabled",
                "@DisabledOnOs(OS.LINUX)",
                "@EnabledIfEnvironmentVariable(named = \"CI\", matches = \"x\")"
            })
    void seesEveryWayToSwitchATestOff(String annotation) {
        assertThat(TestTree.offences("class A { @Test " + annotation + " void a() {} }", TestTree.Offence.DISABLED))
                .hasSize(1);
        assertThat(TestTree.offences(annotation + " class A { @Test void a() {} }", TestTree.Offence.DISABLED))
                .hasSize(1);
    }

    @Test
    void seesAssumptions() {
        assertThat(TestTree.offences(
                        "class A { void a() { assumeTrue(false); Assumptions.abort(); assumeThat(1).isEven(); } }",
                        TestTree.Offence.DISABLED))
                .hasSize(3);
    }

    @Test
    void seesNothingInWords() {
        String harmless = "class A { /** Thread.sleep(1) @Disabled */ String a = \"Thread.sleep(1)\"; void nap() {} }";
        for (TestTree.Offence offence : TestTree.Offence.values()) {
            assertThat(TestTree.offences(harmless, offence)).isEqualTo(List.of());
        }
    }
}
