// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.mitigation.MitigationRig;
import io.fleetward.application.registry.tag.ResourceTags;
import io.fleetward.application.registry.tag.TagRegistry;
import io.fleetward.aws.api.ApiHarness;
import io.fleetward.aws.api.ApiHarness.Answer;
import io.fleetward.aws.api.model.AwsService;
import io.fleetward.aws.api.page.PageTokens;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Mitigation's part of the API over use cases in memory. */
final class MitigationApi {
    static final String ROLE = "arn:aws:iam::111122223333:role/mitigation";
    private static final PageTokens TOKENS = new PageTokens(new byte[32]);

    final MitigationRig rig = new MitigationRig();
    final ApiHarness harness = ApiHarness.of(
                    rig.clock,
                    new MitigationActionOperations(rig.actions, TOKENS),
                    new AuditMitigationOperations(rig.mitigations, TOKENS),
                    new DetectMitigationOperations(rig.mitigations, TOKENS),
                    new TagOperations(
                            new TagRegistry(
                                    rig.registry.transactions(),
                                    new ResourceTags(rig.registry.tags()),
                                    List.of(rig.actions)),
                            TOKENS))
            .in(MitigationRig.SCOPE);

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
    String refused(int status, String code, String operation, String members) {
        Answer answer = call(operation, members);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.errorCode()).isEqualTo(code);
        return answer.message();
    }

    /** Creates an action with these parameters. */
    void action(String name, String params) {
        ok(
                "CreateMitigationAction",
                "{'actionName': '" + name + "', 'roleArn': '" + ROLE + "', 'actionParams': {" + params + "}}");
    }
}
