// SPDX-License-Identifier: Apache-2.0
package io.fleetward.arch;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.fleetward.arch.ProductionClasses.ALL;
import static io.fleetward.arch.ProductionClasses.DOMAIN;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.fleetward.arch.fixture.Neighbour;
import io.fleetward.hub.finding.Finding;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class EncapsulationTest {
    /**
     * What changes in place: confined to the owner of one session or device, to the reading of one text, to one
     * question about policies, or to what a check gathers of one certificate or client id.
     */
    private static final String CONFINED = "io\\.fleetward\\.("
            + "audit\\.check\\.(Occupancy|(DeviceCertificateSharedCheck|ConflictingClientIdsCheck)\\$Use)"
            + "|broker\\.session\\.(BrokerSession|OutboundQueue)"
            + "|detect\\.(backtest\\.(Backtest\\$Outcome|PastPopulations|Replay)|export\\.ExportBatch"
            + "|learned\\.(Baseline|DeviceSample|GroupSurvey|StandardTraining|Track|TrainingWork)|metric\\.(Presence|Tally)|operator\\.DeviceState|report\\.ReportReading|window\\.Activity)"
            + "|hub\\.(insight\\.GroupCounts|source\\.CsvTable)"
            + "|policy\\.analysis\\.(ActionDiff|AnyDevice|Constellations|GrantSearch|Inquiry|KeyAtoms"
            + "|Variables\\$OfAnyDevice)"
            + "|policy\\.match\\.(AutomatonBuilder|Budget)"
            + "|policy\\.document\\.(PolicyParser|StatementParser)"
            + "|registry\\.query\\.(QueryParser|QueryText))";

    /** Values that remember what they have worked out from the rest of them, which never changes. */
    private static final String REMEMBERING = "io\\.fleetward\\.hub\\.finding\\.(Finding|FindingKey)";

    private static final ArchRule INTERNAL_STAYS_INSIDE = classes()
            .that()
            .resideInAPackage("..internal..")
            .should(beUsedOnlyByTheirModule())
            .because("what is internal may change without asking anybody")
            .allowEmptyShould(true);

    @Test
    void internalPackagesAreUsedOnlyByTheirModule() {
        INTERNAL_STAYS_INSIDE.check(ALL);
    }

    @Test
    void anInternalPackageThatIsUsedFromOutsideIsSeen() {
        var fixture = new ClassFileImporter().importPackagesOf(Neighbour.class);
        assertThat(INTERNAL_STAYS_INSIDE.evaluate(fixture).getFailureReport().getDetails())
                .isNotEmpty()
                .allMatch(use -> use.contains("Neighbour") && use.contains("Inside"));
    }

    @Test
    void findingsAreBuiltByTheHubAndThePackagesThatSpeakItsLanguage() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.fleetward.hub..", "..finding..")
                .and()
                // Reads back what the hub built.
                .doNotHaveFullyQualifiedName("io.fleetward.store.hub.FindingRow")
                .should()
                .callConstructor(Finding.class, ObjectNode.class)
                .because("times, ids and what an import may change are decided in one place")
                .check(ALL);
    }

    @Test
    void domainFieldsAreFinal() {
        fields().that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(DOMAIN)
                .and()
                .areDeclaredInClassesThat()
                .haveNameNotMatching(CONFINED + "|" + REMEMBERING)
                .and()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .should()
                .beFinal()
                .because("a value that is passed around does not change under its reader's feet")
                .check(ALL);
    }

    @Test
    void whatChangesInTheDomainIsChangedByItsClassAlone() {
        fields().that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(DOMAIN)
                .and()
                .areNotFinal()
                .should()
                .bePrivate()
                .because("a state machine is stepped, not written to")
                .check(ALL);
    }

    @Test
    void theDomainHasNoSetters() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(DOMAIN)
                .and()
                .areNotStatic()
                .and()
                .areNotPrivate()
                .should()
                .haveNameNotMatching("set[A-Z].*")
                .because("a setter says nothing about when and why")
                .check(ALL);
    }

    @Test
    void onlyProgramsHaveAMainMethod() {
        methods()
                .that()
                .haveName("main")
                .and()
                .areStatic()
                .should()
                .beDeclaredInClassesThat()
                .haveNameMatching(
                        "io\\.fleetward\\.(server\\.Fleetward|agent\\.Agent|simulator\\.Simulate|demo\\.Demo|bench\\.(Bench|load\\.MqttLoad)|aws\\.generator\\..*)")
                .because("what can be started is found in apps, and measured in quality/bench")
                .check(ALL);
    }

    @Test
    void onlyProgramsAskTheProcess() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ProductionClasses.PROGRAMS)
                .and()
                // Asked by whoever runs tests.
                .resideOutsideOfPackage("io.fleetward.testkit..")
                .should()
                .callMethodWhere(target(owner(assignableTo(System.class)))
                        .and(target(nameMatching("exit|getenv|getProperty|getProperties|setProperty|clearProperty"))))
                .orShould()
                .callMethodWhere(target(owner(assignableTo(Runtime.class))).and(target(nameMatching("exit|halt"))))
                .orShould()
                .callMethodWhere(target(nameMatching("getBoolean|getInteger|getLong"))
                        .and(target(owner(nameMatching("java\\.lang\\.(Boolean|Integer|Long)")))))
                .because("configuration arrives by constructor")
                .check(ALL);
    }

    private static ArchCondition<JavaClass> beUsedOnlyByTheirModule() {
        return new ArchCondition<>("be used only by their module") {
            @Override
            public void check(JavaClass inside, ConditionEvents events) {
                String module = inside.getPackageName().replaceFirst("\\.internal(\\..*)?$", "");
                for (Dependency use : inside.getDirectDependenciesToSelf()) {
                    String user = use.getOriginClass().getPackageName();
                    boolean isInside = user.equals(module) || user.startsWith(module + ".");
                    events.add(new SimpleConditionEvent(inside, isInside, use.getDescription()));
                }
            }
        };
    }
}
