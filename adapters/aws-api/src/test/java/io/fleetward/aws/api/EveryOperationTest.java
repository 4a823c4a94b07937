// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.identity.Role;
import io.fleetward.application.identity.RolePermissions;
import io.fleetward.aws.api.ApiHarness.Answer;
import io.fleetward.aws.api.fault.Fault;
import io.fleetward.aws.api.fault.FaultCodes;
import io.fleetward.aws.api.fault.FaultCodes.WireCode;
import io.fleetward.aws.api.http.ApiRequest;
import io.fleetward.aws.api.http.Headers;
import io.fleetward.aws.api.model.AwsService;
import io.fleetward.aws.api.model.Operation;
import io.fleetward.aws.api.model.ServiceModel;
import io.fleetward.aws.api.model.ServiceModels;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every operation of every model, on a server that has built none of them. */
class EveryOperationTest {
    private final ServiceModels models = new ServiceModels();
    private final ApiHarness api = ApiHarness.of();

    @ParameterizedTest
    @EnumSource(Role.class)
    void isDeniedWhereTheRoleDoesNotCoverItAndElseNamedAsNotBuilt(Role role) {
        api.as(role);
        for (AwsService service : AwsService.values()) {
            WireCode denied = FaultCodes.of(service, Fault.ACCESS_DENIED);
            for (Operation operation : models.of(service).operations().values()) {
                Answer answer = api.send(request(models.of(service), operation));
                boolean isAllowed = RolePermissions.allows(role, operation.action());
                assertThat(answer.errorCode())
                        .as("%s %s", role, operation.action())
                        .isEqualTo(isAllowed ? "NotImplementedException" : denied.name());
                assertThat(answer.status()).isEqualTo(isAllowed ? 501 : denied.status());
                assertThat(answer.body()).contains(operation.name());
                assertThat(answer.headers()).containsKey("x-amzn-requestid");
            }
        }
    }

    private static ApiRequest request(ServiceModel model, Operation operation) {
        String prefix = model.service() == AwsService.IOT_DATA
                ? "data-ats"
                : model.service().id();
        var headers = Map.of(
                "host",
                prefix + ".us-east-1.example.com",
                "x-amz-target",
                model.targetPrefix() + "." + operation.name(),
                "content-type",
                "application/x-www-form-urlencoded");
        String form = "Action=" + operation.name() + "&Version=" + model.apiVersion();
        return ApiRequest.of(operation.method(), operation.uri().replaceAll("\\{[^}]+}", "x"))
                .headers(Headers.of(headers.entrySet()))
                .body(form.getBytes(StandardCharsets.UTF_8))
                .build();
    }
}
