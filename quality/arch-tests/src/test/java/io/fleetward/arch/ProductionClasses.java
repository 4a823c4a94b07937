// SPDX-License-Identifier: Apache-2.0
package io.fleetward.arch;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** Every class of the product but the generated model and the tests, read once for all rules. */
final class ProductionClasses {
    static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("/io/fleetward/aws/model/"))
            .importPackages("io.fleetward");

    /** The packages of the domain, in the order in which they may depend on each other. */
    static final String[] DOMAIN = {
        "io.fleetward.kernel..",
        "io.fleetward.policy..",
        "io.fleetward.registry..",
        "io.fleetward.broker..",
        "io.fleetward.hub..",
        "io.fleetward.audit..",
        "io.fleetward.detect..",
        "io.fleetward.mitigation.."
    };

    /** The packages of what can be started, which alone may ask the process for its surroundings and end it. */
    static final String[] PROGRAMS = {
        "io.fleetward.server..",
        "io.fleetward.agent..",
        "io.fleetward.simulator..",
        "io.fleetward.demo..",
        "io.fleetward.bench..",
        "io.fleetward.aws.generator.."
    };

    private ProductionClasses() {}
}
