// SPDX-License-Identifier: Apache-2.0
package io.fleetward.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static io.fleetward.arch.ProductionClasses.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An extension is one file and one line in a catalogue; what was forgotten fails here. */
class CatalogueTest {
    /**
     * A kind of extension, the catalogue in which each stands, and whether each has a test class of its own name.
     *
     * <p>Named, not referred to: some catalogues are nobody else's business.
     */
    record Catalogue(String kind, String list, boolean isTestedByName) {
        @Override
        public String toString() {
            return list.substring(list.lastIndexOf('.') + 1);
        }

        List<JavaClass> written() {
            return ALL.stream().filter(isOne()).toList();
        }

        DescribedPredicate<JavaClass> isOne() {
            return DescribedPredicate.describe(
                    "are a " + kind.substring(kind.lastIndexOf('.') + 1),
                    type -> type.isAssignableTo(kind)
                            && !type.isInterface()
                            && !type.getModifiers().contains(JavaModifier.ABSTRACT));
        }
    }

    static Stream<Catalogue> catalogues() {
        return Stream.of(
                new Catalogue("io.fleetward.audit.check.AuditCheck", "io.fleetward.audit.check.AuditChecks", true),
                new Catalogue("io.fleetward.detect.metric.Metric", "io.fleetward.detect.metric.Metrics", true),
                new Catalogue("io.fleetward.hub.source.FindingSource", "io.fleetward.hub.source.FindingSources", false),
                new Catalogue("io.fleetward.hub.source.NativeService", "io.fleetward.hub.source.FindingSources", false),
                new Catalogue("io.fleetward.aws.model.ServiceApi", "io.fleetward.aws.api.AwsApiFamilies", false),
                new Catalogue("io.fleetward.bench.Benchmark", "io.fleetward.bench.Benchmarks", false));
    }

    @ParameterizedTest
    @MethodSource("catalogues")
    void everyExtensionIsInItsCatalogue(Catalogue catalogue) {
        JavaClass list = ALL.get(catalogue.list());
        List<String> forgotten = catalogue.written().stream()
                .filter(type -> !mentions(list, type))
                .map(JavaClass::getName)
                .toList();
        assertThat(catalogue.written()).isNotEmpty();
        assertThat(forgotten)
                .as("one line in %s for each file, because opening it shows everything that exists", catalogue.list())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("catalogues")
    void extensionsAreFinal(Catalogue catalogue) {
        classes()
                .that(catalogue.isOne())
                .should()
                .haveModifier(JavaModifier.FINAL)
                .because("an extension is one file, not a base class")
                .check(ALL);
    }

    @ParameterizedTest
    @MethodSource("catalogues")
    void extensionsAreTestedUnderTheirOwnName(Catalogue catalogue) {
        List<String> untested = catalogue.written().stream()
                .filter(type -> catalogue.isTestedByName())
                .map(JavaClass::getName)
                .filter(name -> !TestSources.exists(name + "Test"))
                .toList();
        assertThat(untested)
                .as("each has a test class of its name, because that is where a reader looks for what it does")
                .isEmpty();
    }

    /** Whether the list makes one, or names its class. */
    private static boolean mentions(JavaClass list, JavaClass extension) {
        return list.getConstructorCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().equals(extension))
                || list.getReferencedClassObjects().stream()
                        .anyMatch(named -> named.getRawType().equals(extension));
    }
}
