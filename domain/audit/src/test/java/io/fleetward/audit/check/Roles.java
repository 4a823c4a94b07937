// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.check;

import static io.fleetward.audit.view.CertificateFactsBuilder.NOW;

import io.fleetward.audit.ReasonCode;
import io.fleetward.audit.check.CheckResult.NonCompliance;
import io.fleetward.audit.view.FixedView;
import io.fleetward.audit.view.RoleFacts;
import io.fleetward.policy.NamedPolicy;
import io.fleetward.policy.document.ParseResult;
import io.fleetward.policy.document.PolicyDocument;
import io.fleetward.registry.role.RoleAlias;
import io.fleetward.registry.role.RoleAliasName;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Roles and role aliases for tests. */
final class Roles {
    static final String ROLE = "arn:aws:iam::111122223333:role/fleet";

    private Roles() {}

    static RoleAlias alias(String name, String role) {
        return new RoleAlias(FixedView.SCOPE, new RoleAliasName(name), role, 3_600, NOW, NOW);
    }

    /** @param statements with {@code ARN} for what ARNs of the account begin with */
    static RoleFacts role(String statements, @Nullable Map<String, Instant> lastUsed) {
        String text = "{\"Version\":\"2012-10-17\",\"Statement\":"
                + statements.replace("ARN", "arn:aws:iot:eu-west-1:111122223333") + "}";
        return switch (PolicyDocument.parse(text)) {
            case ParseResult.Parsed(PolicyDocument document) ->
                new RoleFacts(ROLE, List.of(new NamedPolicy("own", "inline", document)), lastUsed);
            case ParseResult.Malformed malformed -> throw new IllegalArgumentException(malformed.text());
        };
    }

    /** The services, all used yesterday; null for a dash. */
    static @Nullable Map<String, Instant> used(@Nullable String services) {
        if (services == null) {
            return Map.of();
        }
        return services.equals("-")
                ? null
                : Arrays.stream(services.split(" "))
                        .collect(Collectors.toMap(Function.identity(), _ -> NOW.minusSeconds(86_400)));
    }

    /** The codes of a result, without what they all begin with. */
    static String codes(CheckResult result) {
        return result.nonCompliances().stream()
                .map(NonCompliance::code)
                .map(ReasonCode::value)
                .map(code -> code.substring("ALLOWS_".length()))
                .collect(Collectors.joining(" "));
    }
}
