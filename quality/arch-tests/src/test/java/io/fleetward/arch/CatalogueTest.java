// SPDX-License-Identifier: Apache-2.0
package io.fleetward.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static io.fleetward.arch.ProductionClasses.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaModifier;
import io.fleetward.audit.check.AuditCheck;
import io.fleetward.audit.check.AuditChecks;
import io.fleetward.detect.metric.Metric;
import io.fleetward.detect.metric.Metrics;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueTest {
    /** A kind of extension and the catalogue in which each must stand. */
    record Catalogue(Class<?> kind, Collection<?> entries) {}

    static Stream<Named<Catalogue>> catalogues() {
        return Stream.of(
                Named.of(
                        "AuditChecks",
                        new Catalogue(AuditCheck.class, AuditChecks.built().all())),
                Named.of("Metrics", new Catalogue(Metric.class, Metrics.ALL)));
    }

    @ParameterizedTest
    @MethodSource("catalogues")
    void everyImplementationIsInItsCatalogue(Catalogue catalogue) {
        List<String> written = ALL.stream()
                .filter(type -> type.isAssignableTo(catalogue.kind()))
                .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                .map(type -> type.getName())
                .sorted()
                .toList();
        List<String> listed = catalogue.entries().stream()
                .map(entry -> entry.getClass().getName())
                .distinct()
                .sorted()
                .toList();
        assertThat(listed).as("one line in the catalogue for each file").isEqualTo(written);
    }

    @Test
    void extensionsAreFinal() {
        classes()
                .that()
                .areAssignableTo(AuditCheck.class)
                .or()
                .areAssignableTo(Metric.class)
                .and()
                .doNotHaveModifier(JavaModifier.ABSTRACT)
                .should()
                .haveModifier(JavaModifier.FINAL)
                .because("an extension is one file, not a base class")
                .check(ALL);
    }
}
