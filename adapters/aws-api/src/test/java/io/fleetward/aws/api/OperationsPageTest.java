// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.aws.api.model.AwsService;
import io.fleetward.aws.api.model.Operation;
import io.fleetward.aws.api.model.ServiceModels;
import io.fleetward.aws.model.NotBuilt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page of operations says what is built, no more and no less. */
class OperationsPageTest {
    private static final Path PAGE = Path.of("../../docs/reference/operations.md");

    @Test
    void isUpToDate() throws IOException {
        String page = OperationsPage.write();
        if (Boolean.getBoolean("fleetward.update")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).content().as("run with -Dfleetward.update=true").isEqualTo(page);
    }

    @ParameterizedTest
    @EnumSource(AwsService.class)
    void listsOnlyOperationsOfTheModel(AwsService service) {
        assertThat(new ServiceModels().of(service).operations().keySet())
                .containsAll(Families.built(service, AwsApiFamilies.ALL));
    }

    @ParameterizedTest
    @EnumSource(AwsService.class)
    void tellsOfEveryOtherOperationWhyItIsNotBuilt(AwsService service) {
        Set<String> others =
                new TreeSet<>(new ServiceModels().of(service).operations().keySet());
        others.removeAll(Families.built(service, AwsApiFamilies.ALL));

        assertThat(others)
                .allSatisfy(
                        name -> assertThat(NotBuilt.reason(service.id(), name)).isNotEqualTo("not built yet"));
    }

    @ParameterizedTest
    @EnumSource(AwsService.class)
    void generatesARecordForEveryBuiltOperation(AwsService service) {
        for (String name : Families.built(service, AwsApiFamilies.ALL)) {
            Operation operation = new ServiceModels().of(service).operations().get(name);
            assertThat(operation).as(name).extracting(Operation::input).isNotNull();
        }
    }
}
