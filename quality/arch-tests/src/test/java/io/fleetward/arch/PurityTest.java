// SPDX-License-Identifier: Apache-2.0
package io.fleetward.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.fleetward.arch.ProductionClasses.ALL;
import static io.fleetward.arch.ProductionClasses.DOMAIN;

import com.tngtech.archunit.core.domain.JavaModifier;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PurityTest {
    /** The pure libraries of the domain, each with the one package that imports it. */
    private static final Map<String, String> DOORS = Map.of(
            "inet.ipaddr..", "io.fleetward.kernel.net..",
            "dk.brics.automaton..", "io.fleetward.policy.match..",
            "software.amazon.event.ruler..", "io.fleetward.events.pattern..",
            "org.apache.datasketches..", "io.fleetward.detect.evaluate..");

    @Test
    void theDomainDoesNoInputOrOutput() {
        noClasses()
                .that()
                .resideInAnyPackage(DOMAIN)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.io..",
                        "java.net..",
                        "java.nio.file..",
                        "java.sql..",
                        "io.netty..",
                        "org.slf4j..",
                        "org.jooq..")
                .because("domain code is a function of its arguments")
                .check(ALL);
    }

    @Test
    void theDomainUsesNothingButItsShortListOfLibraries() {
        classes()
                .that()
                .resideInAnyPackage(DOMAIN)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(Stream.of(
                                Stream.of("io.fleetward..", "java..", "org.jspecify..", "tools.jackson.."),
                                DOORS.keySet().stream())
                        .flatMap(packages -> packages)
                        .toArray(String[]::new))
                .because("what the domain depends on, everything depends on")
                .check(ALL);
    }

    @Test
    void eachLibraryOfTheDomainHasOneDoor() {
        DOORS.forEach((library, door) -> noClasses()
                .that()
                .resideInAnyPackage(DOMAIN)
                .and()
                .resideOutsideOfPackage(door)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .because("a library that one package imports can be replaced there")
                .check(ALL));
    }

    @Test
    void theDomainReadsTreesButNeverMapsObjects() {
        noClasses()
                .that()
                .resideInAnyPackage(DOMAIN)
                .should()
                .dependOnClassesThat()
                .haveNameMatching("tools\\.jackson\\.databind\\.(ObjectMapper|json\\.JsonMapper|annotation\\..*)")
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml.jackson.annotation..")
                .because("a finding is one document; mapping belongs to the adapters")
                .check(ALL);
    }

    @Test
    void theDomainAsksNobodyForTimeOrChance() {
        noClasses()
                .that()
                .resideInAnyPackage(DOMAIN)
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
                .because("time and randomness arrive as parameters")
                .check(ALL);
    }

    @Test
    void theDomainHasNoThreadsAndNoLocks() {
        noClasses()
                .that()
                .resideInAnyPackage(DOMAIN)
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.util\\.concurrent\\.(Executor.*|.*Executor|locks\\..*)|java\\.lang\\.Thread")
                .because("one writer per partition: state changes are steps, not locks")
                .check(ALL);
    }

    @Test
    void noStaticStateChanges() {
        fields().that()
                .areStatic()
                .and()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .should()
                .beFinal()
                .because("static state is shared by every account and every test")
                .check(ALL);
    }

    @Test
    void sqlLivesInTheStore() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.fleetward.store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.jooq..", "java.sql..", "javax.sql..")
                .because("one place knows tables")
                .check(ALL);
    }

    @Test
    void certificatesAreTakenApartOnlyInThePki() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.fleetward.pki..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.bouncycastle..")
                .because("the library has frequent advisories and must be replaceable")
                .check(ALL);
    }

    @Test
    void nothingSleeps() {
        noClasses()
                .that()
                // The one has nothing to do between reports, the next two ask another process again, the last measure
                // how it idles.
                .resideOutsideOfPackages(
                        "io.fleetward.agent..",
                        "io.fleetward.demo..",
                        "io.fleetward.simulator..",
                        "io.fleetward.bench..")
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Thread.class, "sleep", Duration.class)
                .orShould()
                .callMethod(TimeUnit.class, "sleep", long.class)
                .because("wait for a condition, never for a while")
                .check(ALL);
    }
}
