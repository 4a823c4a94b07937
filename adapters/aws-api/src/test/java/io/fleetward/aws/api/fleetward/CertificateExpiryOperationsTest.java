// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.fleetward;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.registry.RegistryUseCases;
import io.fleetward.aws.api.ApiHarness;
import io.fleetward.aws.api.ApiHarness.Answer;
import io.fleetward.aws.api.iot.CertificateOperations;
import io.fleetward.aws.api.model.AwsService;
import io.fleetward.aws.api.page.PageTokens;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CertificateExpiryOperationsTest {
    private static final PageTokens TOKENS = new PageTokens(new byte[16]);

    private final RegistryUseCases registry = new RegistryUseCases();
    private final ApiHarness api = ApiHarness.of(
            registry.clock(),
            new CertificateOperations(registry.issuing(), registry.registration(), registry.certificates(), TOKENS),
            new CertificateExpiryOperations(registry.certificates(), TOKENS));

    @Test
    void tellsWhenEachCertificateEnds() {
        JsonNode created = ok(AwsService.IOT, "CreateKeysAndCertificate", "{'setAsActive':true}");
        JsonNode described = ok(
                        AwsService.IOT,
                        "DescribeCertificate",
                        "{'certificateId':'" + created.path("certificateId").stringValue() + "'}")
                .path("certificateDescription");

        JsonNode expiry = list("").at("/certificates/0");

        assertThat(expiry.path("certificateArn")).isEqualTo(described.path("certificateArn"));
        assertThat(expiry.path("certificateId")).isEqualTo(described.path("certificateId"));
        assertThat(expiry.path("status").stringValue()).isEqualTo("ACTIVE");
        assertThat(expiry.path("notBefore")).isEqualTo(described.at("/validity/notBefore"));
        assertThat(expiry.path("notAfter")).isEqualTo(described.at("/validity/notAfter"));
    }

    @Test
    void givesOnePageAfterTheOther() {
        for (int i = 0; i < 3; i++) {
            ok(AwsService.IOT, "CreateKeysAndCertificate", "{}");
        }
        List<String> seen = new ArrayList<>();
        JsonNode first = list("'maxResults':2");
        ids(first, seen);
        assertThat(seen).hasSize(2);
        JsonNode second =
                list("'maxResults':2,'nextToken':'" + first.path("nextToken").stringValue() + "'");
        ids(second, seen);
        assertThat(seen).hasSize(3).doesNotHaveDuplicates();
        assertThat(second.has("nextToken")).isFalse();
    }

    private static void ids(JsonNode page, List<String> into) {
        page.path("certificates")
                .forEach(one -> into.add(one.path("certificateId").stringValue()));
    }

    private JsonNode list(String members) {
        return ok(AwsService.FLEETWARD, "ListCertificateExpiries", "{" + members + "}");
    }

    private JsonNode ok(AwsService service, String operation, String members) {
        Answer answer = api.call(service, operation, members);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }
}
