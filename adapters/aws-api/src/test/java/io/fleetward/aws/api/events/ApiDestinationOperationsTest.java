// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.events.delivery.EventFixture;
import io.fleetward.application.events.destination.ApiDestinationAdministration;
import io.fleetward.application.events.destination.ConnectionAdministration;
import io.fleetward.application.events.destination.DestinationStore;
import io.fleetward.application.events.destination.InMemoryApiDestinations;
import io.fleetward.application.events.destination.InMemoryConnections;
import io.fleetward.aws.api.ApiHarness;
import io.fleetward.aws.api.ApiHarness.Answer;
import io.fleetward.aws.api.model.AwsService;
import io.fleetward.aws.api.page.PageTokens;
import org.junit.jupiter.api.Test;

/** Connections and API destinations over the wire. */
class ApiDestinationOperationsTest {
    private final EventFixture bus = new EventFixture();
    private final DestinationStore store =
            new DestinationStore(bus.transactions, new InMemoryConnections(), new InMemoryApiDestinations());
    private final PageTokens tokens = new PageTokens(new byte[32]);
    private final ApiHarness api = ApiHarness.of(
            bus.clock,
            new ConnectionOperations(new ConnectionAdministration(store, endpoint -> null, bus.clock, bus.ids), tokens),
            new ApiDestinationOperations(
                    new ApiDestinationAdministration(store, endpoint -> null, bus.clock, bus.ids), tokens));

    private Answer call(String operation, String members) {
        return api.call(AwsService.EVENTS, operation, members);
    }

    @Test
    void neverReturnsWhatIsSecret() {
        Answer created = call(
                "CreateConnection",
                "{'Name':'c','Description':'d','AuthorizationType':'BASIC','AuthParameters':{'BasicAuthParameters':"
                        + "{'Username':'me','Password':'hidden'},'InvocationHttpParameters':{'HeaderParameters':"
                        + "[{'Key':'X-A','Value':'hidden','IsValueSecret':true}],'QueryStringParameters':"
                        + "[{'Key':'q','Value':'shown'}],'BodyParameters':[{'Key':'b','Value':'shown'}]}}}");
        assertThat(created.json().path("ConnectionState").asString()).isEqualTo("AUTHORIZED");
        assertThat(created.json().path("ConnectionArn").asString())
                .startsWith("arn:aws:events:us-east-1:000000000000:connection/c/");

        Answer described = call("DescribeConnection", "{'Name':'c'}");
        assertThat(described.json().path("AuthParameters").toString())
                .isEqualTo("{\"BasicAuthParameters\":{\"Username\":\"me\"},\"InvocationHttpParameters\":"
                        + "{\"HeaderParameters\":[{\"Key\":\"X-A\",\"IsValueSecret\":true}],"
                        + "\"QueryStringParameters\":[{\"Key\":\"q\",\"Value\":\"shown\",\"IsValueSecret\":false}],"
                        + "\"BodyParameters\":[{\"Key\":\"b\",\"Value\":\"shown\",\"IsValueSecret\":false}]}}");
        assertThat(call("ListConnections", "{}").body())
                .doesNotContain("hidden")
                .contains("\"Name\":\"c\"");
        assertThat(call("ListConnections", "{'ConnectionState':'DEAUTHORIZED'}").body())
                .isEqualTo("{\"Connections\":[]}");
        assertThat(call("DeleteConnection", "{'Name':'c'}")
                        .json()
                        .path("ConnectionState")
                        .asString())
                .isEqualTo("DELETING");
    }

    @Test
    void changesWhatIsGivenAndKeepsTheRest() {
        call(
                "CreateConnection",
                "{'Name':'c','AuthorizationType':'API_KEY','AuthParameters':{'ApiKeyAuthParameters':"
                        + "{'ApiKeyName':'X-Key','ApiKeyValue':'v'}}}");
        call("UpdateConnection", "{'Name':'c','Description':'now described'}");
        call("UpdateConnection", "{'Name':'c','AuthParameters':{'ApiKeyAuthParameters':{'ApiKeyName':'X-Other'}}}");
        assertThat(call("DescribeConnection", "{'Name':'c'}").body())
                .contains("\"ApiKeyName\":\"X-Other\"", "now described");

        assertThat(call("UpdateConnection", "{'Name':'c','AuthorizationType':'BASIC'}")
                        .message())
                .isEqualTo("AuthParameters must fit AuthorizationType BASIC.");
        assertThat(call(
                                "UpdateConnection",
                                "{'Name':'c','AuthorizationType':'BASIC','AuthParameters':{'BasicAuthParameters':"
                                        + "{'Username':'me'}}}")
                        .message())
                .isEqualTo("Parameter Password is required.");
        call(
                "UpdateConnection",
                "{'Name':'c','AuthorizationType':'BASIC','AuthParameters':{'BasicAuthParameters':"
                        + "{'Username':'me','Password':'p'}}}");
        call("UpdateConnection", "{'Name':'c','AuthParameters':{'InvocationHttpParameters':{}}}");
        assertThat(call("DescribeConnection", "{'Name':'c'}").body()).contains("\"AuthorizationType\":\"BASIC\"");
        assertThat(call("CreateConnection", "{'Name':'d','AuthorizationType':'BASIC','AuthParameters':{}}")
                        .message())
                .contains("BasicAuthParameters");
    }

    @Test
    void knowsClientsOfAuthorizationServers() {
        call(
                "CreateConnection",
                "{'Name':'c','AuthorizationType':'OAUTH_CLIENT_CREDENTIALS','AuthParameters':{'OAuthParameters':"
                        + "{'ClientParameters':{'ClientID':'me','ClientSecret':'hidden'},"
                        + "'AuthorizationEndpoint':'https://auth.example/token','HttpMethod':'POST'}}}");
        call(
                "UpdateConnection",
                "{'Name':'c','AuthParameters':{'OAuthParameters':{'HttpMethod':'PUT',"
                        + "'ClientParameters':{'ClientID':'you'}}}}");
        call("UpdateConnection", "{'Name':'c','AuthParameters':{'OAuthParameters':{}}}");

        assertThat(call("DescribeConnection", "{'Name':'c'}")
                        .json()
                        .path("AuthParameters")
                        .toString())
                .isEqualTo("{\"OAuthParameters\":{\"ClientParameters\":{\"ClientID\":\"you\"},"
                        + "\"AuthorizationEndpoint\":\"https://auth.example/token\",\"HttpMethod\":\"PUT\"}}");
    }

    @Test
    void administersDestinations() {
        String connection = call(
                        "CreateConnection",
                        "{'Name':'c','AuthorizationType':'API_KEY','AuthParameters':{'ApiKeyAuthParameters':"
                                + "{'ApiKeyName':'X-Key','ApiKeyValue':'v'}}}")
                .json()
                .path("ConnectionArn")
                .asString();
        Answer created = call(
                "CreateApiDestination",
                "{'Name':'hook','Description':'d','ConnectionArn':'" + connection
                        + "','InvocationEndpoint':'https://hooks.example/a','HttpMethod':'POST'}");
        assertThat(created.json().path("ApiDestinationState").asString()).isEqualTo("ACTIVE");
        Answer updated = call("UpdateApiDestination", "{'Name':'hook','InvocationRateLimitPerSecond':7}");
        assertThat(updated.json().path("ApiDestinationArn"))
                .isEqualTo(created.json().path("ApiDestinationArn"));
        Answer described = call("DescribeApiDestination", "{'Name':'hook'}");
        assertThat(described.json().path("InvocationRateLimitPerSecond").intValue())
                .isEqualTo(7);
        assertThat(described.json().path("InvocationEndpoint").asString()).isEqualTo("https://hooks.example/a");
        call("DeleteConnection", "{'Name':'c'}");
        assertThat(call("ListApiDestinations", "{'NamePrefix':'h'}")
                        .json()
                        .at("/ApiDestinations/0/ApiDestinationState")
                        .asString())
                .isEqualTo("INACTIVE");
        assertThat(call("DeleteApiDestination", "{'Name':'hook'}").body()).isEqualTo("{}");
        assertThat(call("DescribeApiDestination", "{'Name':'hook'}")
                        .json()
                        .path("__type")
                        .asString())
                .isEqualTo("ResourceNotFoundException");
    }
}
