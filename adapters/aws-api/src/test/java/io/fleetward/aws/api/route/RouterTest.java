// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.aws.api.http.UriPath;
import io.fleetward.aws.api.model.AwsService;
import io.fleetward.aws.api.model.ServiceModels;
import io.fleetward.aws.api.route.Router.Match;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Paths lead to operations. */
class RouterTest {
    private final ServiceModels models = new ServiceModels();
    private final Router iot = new Router(models.of(AwsService.IOT));
    private final Router hub = new Router(models.of(AwsService.SECURITY_HUB));

    @ParameterizedTest
    @CsvSource({
        "GET,/things,ListThings",
        "GET,/things/,ListThings",
        "GET,/things/pump-7,DescribeThing",
        "POST,/things/pump-7,CreateThing",
        "GET,/things/pump-7/principals,ListThingPrincipals",
        "GET,/things/pump-7/principals-v2,ListThingPrincipalsV2",
        "GET,/principals/things,ListPrincipalThings",
        "PUT,/thing-groups/updateThingGroupsForThing,UpdateThingGroupsForThing",
        "PUT,/thing-groups/addThingToThingGroup,AddThingToThingGroup",
        "GET,/policies/p,GetPolicy",
        "GET,/policies/p/version,ListPolicyVersions",
        "GET,/policies/p/version/1,GetPolicyVersion"
    })
    void findsTheOperation(String method, String path, String operation) {
        assertThat(operation(iot, method, path)).isEqualTo(operation);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/",
        "GET,/thing",
        "DELETE,/things",
        "GET,/things/a/b/c",
        "BREW,/things",
        "GET,/policies/p/version/1/x"
    })
    void findsNothingElse(String method, String path) {
        assertThat(operation(iot, method, path)).isNull();
    }

    @Test
    void keepsAnEncodedSlashInALabel() {
        Match match = Objects.requireNonNull(
                hub.find("GET", UriPath.of("/tags/arn%3Aaws%3Asecurityhub%3Aus-east-1%3A1%3Ahub%2Fdefault")));

        assertThat(match.operation().name()).isEqualTo("ListTagsForResource");
        assertThat(match.labels()).containsEntry("ResourceArn", "arn:aws:securityhub:us-east-1:1:hub/default");
    }

    @Test
    void readsAPlusSignInAPathAsAPlusSign() {
        Match match = Objects.requireNonNull(iot.find("GET", UriPath.of("/policies/a+b%2B")));

        assertThat(match.labels()).containsEntry("policyName", "a+b+");
    }

    @ParameterizedTest
    @CsvSource({
        "arn%3Aaws%3Aproduct-subscription/aws/guardduty",
        "arn%3Aaws%3Aproduct-subscription%2Faws%2Fguardduty",
        "arn:aws:product-subscription/aws/guardduty"
    })
    void takesTheRestOfThePathIntoAGreedyLabel(String path) {
        Match match = Objects.requireNonNull(hub.find("DELETE", UriPath.of("/productSubscriptions/" + path)));

        assertThat(match.operation().name()).isEqualTo("DisableImportFindingsForProduct");
        assertThat(match.labels())
                .containsEntry("ProductSubscriptionArn", "arn:aws:product-subscription/aws/guardduty");
    }

    private static @Nullable String operation(Router router, String method, String path) {
        Match match = router.find(method, UriPath.of(path));
        return match == null ? null : match.operation().name();
    }
}
