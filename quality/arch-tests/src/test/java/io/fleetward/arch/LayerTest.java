// SPDX-License-Identifier: Apache-2.0
package io.fleetward.arch;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static io.fleetward.arch.ProductionClasses.ALL;
import static io.fleetward.arch.ProductionClasses.DOMAIN;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayerTest {
    /** Which domain modules each domain module may use; what is missing here is forbidden. */
    private static final Map<String, Set<String>> MATRIX = Map.of(
            "kernel", Set.of(),
            "policy", Set.of("kernel"),
            "registry", Set.of("kernel", "policy"),
            "broker", Set.of("kernel", "policy", "registry"),
            "hub", Set.of("kernel"),
            "audit", Set.of("kernel", "policy", "registry", "hub"),
            "detect", Set.of("kernel", "registry", "broker", "hub"),
            "mitigation", Set.of("kernel", "registry", "audit", "detect"));

    private static final String[] ADAPTERS = {
        "io.fleetward.aws..",
        "io.fleetward.console..",
        "io.fleetward.edge..",
        "io.fleetward.expression..",
        "io.fleetward.iam..",
        "io.fleetward.outbound..",
        "io.fleetward.pki..",
        "io.fleetward.store.."
    };

    @Test
    void dependenciesPointInwards() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("domain")
                .definedBy(DOMAIN)
                .layer("application")
                .definedBy("io.fleetward.application..")
                .layer("adapters")
                .definedBy(ADAPTERS)
                .layer("apps")
                .definedBy("io.fleetward.server..")
                .whereLayer("apps")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("adapters")
                .mayOnlyBeAccessedByLayers("apps")
                .whereLayer("application")
                .mayOnlyBeAccessedByLayers("adapters", "apps")
                .because("the folder tree is the architecture diagram")
                .check(ALL);
    }

    @Test
    void domainModulesUseOnlyWhatTheMatrixAllows() {
        MATRIX.forEach((module, allowed) -> {
            String[] forbidden = MATRIX.keySet().stream()
                    .filter(other -> !other.equals(module) && !allowed.contains(other))
                    .map(other -> "io.fleetward." + other + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage("io.fleetward." + module + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(forbidden)
                    .because(module + " may use " + allowed)
                    .check(ALL);
        });
    }

    @Test
    void detectSeesOnlyTheFactsOfTheBroker() {
        noClasses()
                .that()
                .resideInAPackage("io.fleetward.detect..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.fleetward.broker..")
                        .and(not(resideInAnyPackage("io.fleetward.broker.fact.."))))
                .because("the broker tells what happened, not how it works")
                .check(ALL);
    }

    @Test
    void adaptersDoNotKnowEachOther() {
        slices().matching("io.fleetward.(aws|console|edge|expression|iam|outbound|pki|store)..")
                .should()
                .notDependOnEachOther()
                .because("only apps know which adapter is used")
                .check(ALL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "simulator"})
    void whatProvesTheProductSharesNoCodeWithIt(String program) {
        String own = "io.fleetward." + program + "..";
        noClasses()
                .that()
                .resideInAPackage(own)
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.fleetward..").and(not(resideInAnyPackage(own))))
                .because("it proves the product by what a user sees")
                .check(ALL);
    }

    @Test
    void theAgentNeedsNothingButTheJdkOnLinux() {
        noClasses()
                .that()
                .resideInAPackage("io.fleetward.agent..")
                .and()
                .doNotHaveSimpleName("OshiNetwork")
                .should()
                .dependOnClassesThat(
                        not(resideInAnyPackage("io.fleetward.agent..", "java..", "javax.net..", "org.jspecify..")))
                .because("it is small, and speaks to other servers as well")
                .check(ALL);
    }

    @Test
    void theDemonstrationFleetIsAClientLikeAnyOther() {
        noClasses()
                .that()
                .resideInAPackage("io.fleetward.server.fleet..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.fleetward.store..", "io.fleetward.edge..", "io.fleetward.broker..")
                .because("its devices come over the network and its things through the API")
                .check(ALL);
    }

    @Test
    void packagesAreFreeOfCycles() {
        slices().matching("io.fleetward.(**)")
                .should()
                .beFreeOfCycles()
                .because("a cycle is one package with two names")
                .check(ALL);
    }
}
