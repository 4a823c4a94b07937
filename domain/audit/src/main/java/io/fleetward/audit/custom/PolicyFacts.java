// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.custom;

import io.fleetward.audit.custom.Fact.Source;
import io.fleetward.audit.custom.Profile.OfPolicy;
import io.fleetward.policy.document.DeviceAction;
import io.fleetward.policy.document.Effect;
import io.fleetward.policy.document.Statement;
import io.fleetward.policy.match.WildcardPattern;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What predicates may know of a policy. */
final class PolicyFacts {
    static final List<Fact<OfPolicy>> ALL = List.of(
            new Fact<>(
                    "policy.name",
                    FactType.STRING,
                    Source.RESOURCE,
                    "its name",
                    profile -> profile.policy().name()),
            new Fact<>(
                    "policy.arn",
                    FactType.STRING,
                    Source.RESOURCE,
                    "its ARN",
                    profile -> profile.scope()
                            .arn("iot", "policy/" + profile.policy().name())
                            .toString()),
            new Fact<>(
                    "policy.versionId",
                    FactType.STRING,
                    Source.RESOURCE,
                    "its default version",
                    profile -> profile.policy().versionId()),
            new Fact<>(
                    "policy.document",
                    FactType.STRING,
                    Source.RESOURCE,
                    "the text of that version",
                    profile -> profile.policy().document().text()),
            new Fact<>(
                    "policy.allows",
                    FactType.STRING_LIST_MAP,
                    Source.RESOURCE,
                    "by action, for example `iot:Connect`, the resources of every statement that allows it, as "
                            + "written; `*` for a statement with `NotResource`",
                    profile -> resources(profile, Effect.ALLOW)),
            new Fact<>(
                    "policy.denies",
                    FactType.STRING_LIST_MAP,
                    Source.RESOURCE,
                    "the same of the statements that deny it",
                    profile -> resources(profile, Effect.DENY)),
            new Fact<>(
                    "policy.targets",
                    FactType.STRING_LIST,
                    Source.REGISTRY,
                    "the ARNs of what it is attached to",
                    profile -> profile.neighbours().targetsOf(profile.policy().name())));

    private PolicyFacts() {}

    private static Map<String, List<String>> resources(OfPolicy profile, Effect effect) {
        var byAction = new TreeMap<String, List<String>>();
        for (DeviceAction action : DeviceAction.values()) {
            byAction.put(
                    action.wireName(),
                    profile.policy().document().statements().stream()
                            .filter(statement -> statement.effect() == effect
                                    && statement.actions().covers(action))
                            .flatMap(PolicyFacts::resources)
                            .distinct()
                            .toList());
        }
        return byAction;
    }

    private static Stream<String> resources(Statement statement) {
        return statement.resources().isNegated()
                ? Stream.of("*")
                : statement.resources().patterns().stream().map(WildcardPattern::text);
    }
}
