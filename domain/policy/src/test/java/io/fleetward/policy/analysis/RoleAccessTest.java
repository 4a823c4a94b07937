// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.policy.NamedPolicy;
import io.fleetward.policy.document.Effect;
import io.fleetward.policy.document.ParseResult;
import io.fleetward.policy.document.PolicyDocument;
import io.fleetward.policy.document.Statement;
import io.fleetward.policy.variable.PolicyContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class RoleAccessTest {
    private static final AccountRegion SCOPE = AccountRegion.of("111122223333", "eu-west-1");

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "roles.csv", delimiter = '|', quoteCharacter = '\0', maxCharsPerColumn = 8192)
    void tellsWhatARoleMayDo(String id, String statements, String used, @Nullable String allowed, String source) {
        List<NamedPolicy> policies = List.of(policy(statements));
        var role = new RoleAccess(SCOPE, policies);
        List<String> services = Arrays.asList(used.split(" "));
        var told = new ArrayList<String>();

        note(told, "WHOLE:", role.wholeServices(services), policies);
        if (!shown(role.services(RoleAccess.SECURITY_AUDITING), policies).isEmpty()) {
            told.add("SECURITY");
        }
        if (!shown(role.onSomeResource(IotActions.THING_ADMIN_READ), policies).isEmpty()) {
            told.add("READ_SOME");
        }
        if (!shown(role.onAnyThing(IotActions.THING_ADMIN_READ), policies).isEmpty()) {
            told.add("READ_ANY");
        }
        if (!shown(role.onSomeResource(IotActions.THING_ADMIN_WRITE), policies).isEmpty()) {
            told.add("WRITE");
        }
        if (role.otherIotActions().isPossible()) {
            told.add("OTHER");
        }
        if (!role.dataPlane().isEmpty()) {
            told.add("DATA");
        }
        note(told, "UNUSED:", role.servicesBut(services), policies);

        assertThat(String.join(" ", told)).as(source).isEqualTo(allowed == null ? "" : allowed);
    }

    @Test
    void namesEachActionThatIsAllowed() {
        var role = new RoleAccess(SCOPE, List.of(policy("""
                [{"Effect":"Allow","Action":["iot:Describe*","iot:ListThings*","iot:ListThingPrincipals"],"Resource":"*"},
                 {"Effect":"Deny","Action":"iot:ListThingsInThingGroup","Resource":"*"}]""")));

        assertThat(role.onAnyThing(IotActions.THING_ADMIN_READ))
                .containsOnlyKeys("iot:DescribeThing", "iot:ListThingPrincipals");
        assertThat(role.onSomeResource(IotActions.THING_ADMIN_WRITE))
                .containsExactly(Map.entry("iot:ListThings", new Answer.Example<>(new Grant("iot:listthings", "*"))));
    }

    @Test
    void showsAnActionAndAResource() {
        var role = new RoleAccess(SCOPE, List.of(policy("""
                [{"Effect":"Allow","Action":"dynamodb:Put*","Resource":"arn:aws:dynamodb:*:111122223333:table/t?"}]""")));

        assertThat(role.servicesBut(List.of()).get("dynamodb"))
                .isEqualTo(new Answer.Example<>(new Grant("dynamodb:put", "arn:aws:dynamodb::111122223333:table/tx")));
    }

    @Test
    void doesNotHangOnPoliciesThatAreMadeToHurt() {
        String wildcards = "*a" + "?".repeat(60) + "b*";
        var role = new RoleAccess(
                SCOPE,
                List.of(policy("[{\"Effect\":\"Allow\",\"Action\":\"" + wildcards + "\",\"Resource\":\"" + wildcards
                        + "\"}," + "{\"Effect\":\"Deny\",\"Action\":\"" + wildcards.replace('b', 'c')
                        + "\",\"Resource\":\"*\"}]")));

        assertThat(role.otherIotActions()).isEqualTo(new Answer.Undecided<>(Answer.Cause.TOO_COMPLEX));
    }

    private static void note(
            List<String> told, String prefix, SequencedMap<String, Answer<Grant>> found, List<NamedPolicy> policies) {
        shown(found, policies).forEach((name, _) -> told.add(prefix + name));
    }

    /** The same, once every example was tried out. */
    private static SequencedMap<String, Answer<Grant>> shown(
            SequencedMap<String, Answer<Grant>> found, List<NamedPolicy> policies) {
        found.values()
                .forEach(answer -> assertThat(answer)
                        .isInstanceOfSatisfying(
                                Answer.Example.class,
                                example -> assertThat(isAllowed((Grant) example.witness(), policies))
                                        .as(example.toString())
                                        .isTrue()));
        return found;
    }

    /** Asks statement by statement; conditions hold where they allow and do not where they deny. */
    private static boolean isAllowed(Grant grant, List<NamedPolicy> policies) {
        return anyApplies(grant, policies, Effect.ALLOW) && !anyApplies(grant, policies, Effect.DENY);
    }

    private static boolean anyApplies(Grant grant, List<NamedPolicy> policies, Effect effect) {
        PolicyContext context = PolicyContext.builder()
                .put("credentials-iot:ThingName", Draft.UNREMARKABLE)
                .put("cognito-identity.amazonaws.com:sub", Draft.UNREMARKABLE)
                .build();
        return policies.stream()
                .flatMap(policy -> policy.document().statements().stream())
                .filter(statement -> statement.effect() == effect)
                .filter(statement ->
                        effect == Effect.ALLOW || statement.conditions().isEmpty())
                .anyMatch(statement ->
                        covers(statement, grant.action()) && statement.coversResource(grant.resource(), context));
    }

    private static boolean covers(Statement statement, String action) {
        return statement.actions().isNegated()
                != statement.actions().patterns().stream()
                        .anyMatch(pattern -> pattern.matches(action.toLowerCase(Locale.ROOT)));
    }

    private static NamedPolicy policy(String statements) {
        String text = "{\"Version\":\"2012-10-17\",\"Statement\":"
                + statements.replace("ARN:", "arn:aws:iot:eu-west-1:111122223333:") + "}";
        return switch (PolicyDocument.parse(text, RoleAccess.LONGEST_POLICY)) {
            case ParseResult.Parsed(PolicyDocument document) -> new NamedPolicy("role", "v1", document);
            case ParseResult.Malformed malformed -> throw new AssertionError(malformed.text());
        };
    }
}
