// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.policy;

import static io.fleetward.application.policy.PolicyFleet.COGNITO;
import static io.fleetward.application.policy.PolicyFleet.HERE;
import static io.fleetward.application.policy.PolicyFleet.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IotError;
import io.fleetward.policy.NamedPolicy;
import io.fleetward.policy.PolicyName;
import io.fleetward.policy.document.DeviceAction;
import io.fleetward.policy.document.Effect;
import io.fleetward.policy.evaluate.Outcome;
import io.fleetward.registry.thing.AttachmentType;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AuthorizationTrialsTest {
    private static final String TOPIC = "arn:aws:iot:us-east-1:123456789012:topic/";

    private final PolicyFleet fleet = new PolicyFleet();
    private final String certificate = fleet.certificate.arn().toString();

    @Test
    void answersEachQuestionWithThePoliciesThatDecided() {
        fleet.attached("allow", document("Allow", "iot:Publish", TOPIC + "*"), certificate);
        fleet.attached("deny", document("Deny", "iot:Publish", TOPIC + "secret"), certificate);

        List<AuthorizationAnswer> answers =
                run("d1", publish(TOPIC + "open"), publish(TOPIC + "secret"), receive(TOPIC + "open"));

        assertThat(answers)
                .extracting(AuthorizationAnswer::outcome)
                .containsExactly(Outcome.ALLOWED, Outcome.EXPLICIT_DENY, Outcome.IMPLICIT_DENY);
        assertThat(names(answers.get(0).policies(Effect.ALLOW))).containsExactly("allow");
        assertThat(names(answers.get(0).policies(Effect.DENY))).isEmpty();
        assertThat(names(answers.get(1).policies(Effect.ALLOW))).containsExactly("allow");
        assertThat(names(answers.get(1).policies(Effect.DENY))).containsExactly("deny");
        assertThat(names(answers.get(2).policies())).containsExactly("allow", "deny");
    }

    @Test
    void letsTheWorstOfSeveralResourcesCount() {
        fleet.attached("allow", document("Allow", "iot:Publish", TOPIC + "a*"), certificate);
        fleet.attached("deny", document("Deny", "iot:Publish", TOPIC + "ab"), certificate);

        assertThat(run(
                        "d1",
                        publish(TOPIC + "a", TOPIC + "ac"),
                        publish(TOPIC + "a", TOPIC + "b"),
                        publish(TOPIC + "b", TOPIC + "ab", TOPIC + "a")))
                .extracting(AuthorizationAnswer::outcome)
                .containsExactly(Outcome.ALLOWED, Outcome.IMPLICIT_DENY, Outcome.EXPLICIT_DENY);
    }

    @Test
    void namesTheContextValuesItLacks() {
        fleet.attached(
                "p",
                "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"iot:Publish\",\"Resource\":\""
                        + TOPIC + "${iot:ClientId}/${iot:Connection.Thing.ThingName}\",\"Condition\":{\"IpAddress\":"
                        + "{\"aws:SourceIp\":\"10.0.0.0/8\"},\"Bool\":{\"aws:SecureTransport\":true}}}}",
                certificate);

        assertThat(run(null, publish(TOPIC + "x")).getFirst().missingContextKeys())
                .containsExactly("iot:ClientId", "iot:Connection.Thing.ThingName", "aws:SourceIp");
        assertThat(run("d1", publish(TOPIC + "x")).getFirst().missingContextKeys())
                .containsExactly("iot:Connection.Thing.ThingName", "aws:SourceIp");
    }

    @Test
    void assumesTheClientIdAndWithItTheThing() {
        fleet.attached("p", document("Allow", "iot:Publish", TOPIC + "${iot:Thing.ThingName}/*"), certificate);
        fleet.attached("g", document("Allow", "iot:Receive", "*"), fleet.group.arn());
        fleet.associated(AttachmentType.NON_EXCLUSIVE_THING);

        assertThat(outcome("T1", publish(TOPIC + "T1/a"))).isEqualTo(Outcome.ALLOWED);
        assertThat(outcome("T2", publish(TOPIC + "T1/a"))).isEqualTo(Outcome.IMPLICIT_DENY);
        assertThat(outcome("T1", receive(TOPIC + "any"))).isEqualTo(Outcome.ALLOWED);
        assertThat(outcome(null, receive(TOPIC + "any"))).isEqualTo(Outcome.IMPLICIT_DENY);

        fleet.associated(AttachmentType.EXCLUSIVE_THING);
        assertThat(outcome(null, publish(TOPIC + "T1/a"))).isEqualTo(Outcome.ALLOWED);
    }

    @Test
    void countsAddedPoliciesAndLeavesSkippedOnesOut() {
        fleet.attached("deny", document("Deny", "*", "*"), certificate);
        fleet.policy("allow", document("Allow", "*", "*"));
        var question = publish(TOPIC + "a");

        assertThat(outcome(Set.of("allow"), Set.of(), question)).isEqualTo(Outcome.EXPLICIT_DENY);
        assertThat(outcome(Set.of(), Set.of("deny"), question)).isEqualTo(Outcome.IMPLICIT_DENY);
        assertThat(outcome(Set.of("allow"), Set.of("deny"), question)).isEqualTo(Outcome.ALLOWED);
        assertThat(outcome(Set.of(), Set.of(), question)).isEqualTo(Outcome.EXPLICIT_DENY);
    }

    @Test
    void judgesACognitoIdentityByItsOwnPolicies() {
        var question = publish(TOPIC + "a");
        assertThat(runAs(COGNITO, "d1", question).getFirst().outcome())
                .as("V63")
                .isEqualTo(Outcome.IMPLICIT_DENY);

        fleet.attached("p", document("Allow", "iot:Publish", TOPIC + "a"), COGNITO);

        assertThat(runAs(COGNITO, "d1", question).getFirst().outcome()).isEqualTo(Outcome.ALLOWED);
    }

    @Test
    void refusesPrincipalsAndPoliciesThatDoNotExist() {
        String unknown = certificate.substring(0, certificate.length() - 1) + "0";
        var question = publish(TOPIC + "a");

        assertRefused(IotError.RESOURCE_NOT_FOUND, () -> runAs(unknown, null, question));
        assertRefused(IotError.INVALID_REQUEST, () -> runAs(fleet.group.arn().toString(), null, question));
        assertRefused(IotError.RESOURCE_NOT_FOUND, () -> outcome(Set.of("none"), Set.of(), question));
        assertRefused(IotError.RESOURCE_NOT_FOUND, () -> outcome(Set.of(), Set.of("none"), question));
    }

    private Outcome outcome(@Nullable String clientId, AuthorizationQuestion question) {
        return run(clientId, question).getFirst().outcome();
    }

    private Outcome outcome(Set<String> added, Set<String> skipped, AuthorizationQuestion question) {
        var subject = new AuthorizationSubject(certificate, "d1", policies(added), policies(skipped));
        return fleet.trials
                .run(HERE, new AuthorizationTrial(subject, List.of(question)))
                .getFirst()
                .outcome();
    }

    private List<AuthorizationAnswer> run(@Nullable String clientId, AuthorizationQuestion... questions) {
        return runAs(certificate, clientId, questions);
    }

    private List<AuthorizationAnswer> runAs(
            String principal, @Nullable String clientId, AuthorizationQuestion... questions) {
        var subject = new AuthorizationSubject(principal, clientId, Set.of(), Set.of());
        return fleet.trials.run(HERE, new AuthorizationTrial(subject, List.of(questions)));
    }

    private static AuthorizationQuestion publish(String... resources) {
        return new AuthorizationQuestion(DeviceAction.PUBLISH, List.of(resources));
    }

    private static AuthorizationQuestion receive(String... resources) {
        return new AuthorizationQuestion(DeviceAction.RECEIVE, List.of(resources));
    }

    private static Set<PolicyName> policies(Set<String> names) {
        return names.stream().map(PolicyName::new).collect(Collectors.toSet());
    }

    private static List<String> names(List<NamedPolicy> policies) {
        return policies.stream().map(NamedPolicy::name).toList();
    }

    private static void assertRefused(IotError code, ThrowingCallable call) {
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(call)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
