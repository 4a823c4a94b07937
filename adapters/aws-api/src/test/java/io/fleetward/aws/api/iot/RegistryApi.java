// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.registry.RegistryUseCases;
import io.fleetward.application.registry.account.Endpoints;
import io.fleetward.aws.api.ApiHarness;
import io.fleetward.aws.api.ApiHarness.Answer;
import io.fleetward.aws.api.model.AwsService;
import io.fleetward.aws.api.page.PageTokens;
import tools.jackson.databind.JsonNode;

/** The registry's part of the API over use cases in memory. */
final class RegistryApi {
    private static final PageTokens TOKENS = new PageTokens(new byte[16]);

    private final RegistryUseCases registry = new RegistryUseCases();
    private final ApiHarness harness = ApiHarness.of(
            registry.clock(),
            new ThingOperations(registry.things(), TOKENS),
            new ThingPrincipalOperations(registry.principals(), TOKENS),
            new ThingTypeOperations(registry.types(), TOKENS),
            new ThingGroupOperations(registry.groups(), TOKENS),
            new ThingGroupMembershipOperations(registry.membership(), TOKENS),
            new DynamicGroupOperations(registry.dynamicGroups()),
            new FleetIndexOperations(registry.index(), TOKENS),
            new CertificateOperations(registry.issuing(), registry.registration(), registry.certificates(), TOKENS),
            new CaCertificateOperations(registry.authorities(), TOKENS),
            new RoleAliasOperations(registry.roleAliases(), TOKENS),
            new EndpointOperations(new Endpoints("iot.example.com")),
            new LoggingOperations(registry.logging()),
            new TagOperations(registry.tags(), TOKENS));

    RegistryUseCases registry() {
        return registry;
    }

    Answer call(String operation, String members) {
        return harness.call(AwsService.IOT, operation, members);
    }

    /** The answer of a call that must succeed. */
    JsonNode ok(String operation, String members) {
        Answer answer = call(operation, members);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    /** The text of a refusal with this status and code. */
    String refused(int status, String code, Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.errorCode()).isEqualTo(code);
        return answer.message();
    }
}
