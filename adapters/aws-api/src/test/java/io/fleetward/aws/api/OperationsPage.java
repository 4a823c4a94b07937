// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api;

import io.fleetward.aws.api.model.AwsService;
import io.fleetward.aws.api.model.ServiceModels;
import io.fleetward.aws.model.NotBuilt;
import java.util.Set;
import java.util.TreeSet;

/** Writes the page of all operations from the service models and the catalogue of families. */
final class OperationsPage {
    private OperationsPage() {}

    /** The page as Markdown. */
    static String write() {
        var models = new ServiceModels();
        var page = new StringBuilder("""
                # Operations

                Every operation of the six AWS services and of our own, and whether Fleetward has it. An operation that is not built answers
                HTTP 501 `NotImplementedException`. This page is generated: after building an operation run
                `mvn -pl adapters/aws-api -am test -Dtest=OperationsPageTest -Dsurefire.failIfNoSpecifiedTests=false
                -Dfleetward.update=true`.
                """);
        for (AwsService service : AwsService.values()) {
            Set<String> built = Families.built(service, AwsApiFamilies.ALL);
            page.append("%n## %s%n%n| Operation | Built, or why not |%n|---|---|%n".formatted(service.id()));
            for (String operation :
                    new TreeSet<>(models.of(service).operations().keySet())) {
                String state = built.contains(operation) ? "yes" : NotBuilt.reason(service.id(), operation);
                page.append("| %s | %s |%n".formatted(operation, state));
            }
        }
        return page.toString().replace(System.lineSeparator(), "\n");
    }
}
