// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.aws.api.route.Router;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The generated models are complete and readable. */
class ServiceModelTest {
    private final ServiceModels models = new ServiceModels();

    @ParameterizedTest
    @EnumSource(AwsService.class)
    void readsEveryShapeAnOperationReaches(AwsService service) {
        Deque<ShapeRef> left = new ArrayDeque<>();
        for (Operation operation : models.of(service).operations().values()) {
            if (operation.input() != null) {
                left.add(operation.input());
            }
            if (operation.output() != null) {
                left.add(operation.output());
            }
        }
        Set<String> seen = new HashSet<>();
        while (!left.isEmpty()) {
            ShapeRef ref = left.remove();
            if (seen.add(ref.name())) {
                switch (ref.get()) {
                    case Shape.Structure structure ->
                        structure.members().values().forEach(member -> left.add(member.shape()));
                    case Shape.Sequence sequence -> left.add(sequence.element());
                    case Shape.Mapping mapping -> {
                        left.add(mapping.key());
                        left.add(mapping.value());
                    }
                    default -> {}
                }
            }
        }
        assertThat(seen).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = AwsService.class,
            names = {"IOT", "IOT_DATA", "SECURITY_HUB", "FLEETWARD"})
    void givesEveryOperationARouteOfItsOwn(AwsService service) {
        assertThat(new Router(models.of(service))).isNotNull();
    }

    @Test
    void takesStatusesFromTheModel() {
        ServiceModel iot = models.of(AwsService.IOT);

        assertThat(Objects.requireNonNull(iot.error("LimitExceededException")).status())
                .isEqualTo(410);
        assertThat(Objects.requireNonNull(iot.error("CertificateStateException"))
                        .status())
                .isEqualTo(406);
        assertThat(Objects.requireNonNull(models.of(AwsService.SECURITY_HUB).error("InvalidAccessException"))
                        .status())
                .isEqualTo(401);
        assertThat(Objects.requireNonNull(models.of(AwsService.SNS).error("NotFoundException"))
                        .code())
                .isEqualTo("NotFound");
        assertThat(Objects.requireNonNull(models.of(AwsService.EVENTS).error("ResourceNotFoundException"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void knowsOperationsThatAreNewerThanTheArchive() {
        assertThat(models.of(AwsService.IOT).operations())
                .containsKeys("UpdateThingType", "ListThingPrincipalsV2", "CreateCommand");
        assertThat(models.of(AwsService.SECURITY_HUB).operations()).containsKeys("GetFindingsV2");
    }
}
