// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.destination;

import static io.fleetward.application.events.delivery.EventFixture.SCOPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetward.application.events.delivery.EventFixture;
import io.fleetward.application.events.delivery.SendOutcome;
import io.fleetward.application.events.delivery.SendOutcome.Delivered;
import io.fleetward.application.events.delivery.SendOutcome.Failed;
import io.fleetward.application.events.delivery.SendOutcome.Refused;
import io.fleetward.application.events.delivery.TargetSender.Letter;
import io.fleetward.application.events.destination.WebClient.Reply;
import io.fleetward.application.events.destination.WebClient.Reply.Answered;
import io.fleetward.application.events.destination.WebClient.Request;
import io.fleetward.application.events.rule.EventRule;
import io.fleetward.application.events.rule.HttpParameters;
import io.fleetward.application.events.rule.MatchedEvent;
import io.fleetward.application.events.rule.RetryPolicy;
import io.fleetward.application.events.rule.RuleKey;
import io.fleetward.application.events.rule.RuleTarget;
import io.fleetward.application.events.rule.TargetInput;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections and API destinations, and the requests that letters become. */
class ApiDestinationTest {
    private static final Authorization KEY = new Authorization.ApiKey("X-Api-Key", new Credential("key"));
    private static final Authorization CLIENT = new Authorization.ClientCredentials(
            "me",
            new Credential("s&cret"),
            "https://auth.example/token?x=1",
            "POST",
            new HttpParameterSet(
                    List.of(parameter("X-T", "t")),
                    List.of(parameter("q", "a b")),
                    List.of(parameter("scope", "all"))));

    private final EventFixture bus = new EventFixture();
    private final DestinationStore store =
            new DestinationStore(bus.transactions, new InMemoryConnections(), new InMemoryApiDestinations());
    private final ConnectionAdministration connections = new ConnectionAdministration(
            store, endpoint -> endpoint.host().startsWith("10.") ? "not permitted" : null, bus.clock, bus.ids);
    private final ApiDestinationAdministration destinations = new ApiDestinationAdministration(
            store, endpoint -> endpoint.host().startsWith("10.") ? "not permitted" : null, bus.clock, bus.ids);
    private final List<Request> requests = new ArrayList<>();
    private final List<Duration> waits = new ArrayList<>();
    private Function<Request, Reply> web = request -> new Answered(200, "");
    private final ApiDestinationSender sender = new ApiDestinationSender(store, this::exchange, waits::add, bus.clock);

    private Reply exchange(Request request) {
        requests.add(request);
        return web.apply(request);
    }

    private static HttpParameter parameter(String key, String value) {
        return new HttpParameter(key, new Credential(value), false);
    }

    private ApiDestination destination(Authorization authorization, HttpParameterSet parameters, String url, int rate) {
        Connection connection =
                connections.create(SCOPE, "c", new ConnectionAdministration.Wanted(null, authorization, parameters));
        return destinations
                .create(
                        SCOPE,
                        "hook",
                        new ApiDestinationAdministration.Wanted(
                                null, connection.arn().toString(), url, "POST", rate))
                .destination();
    }

    private SendOutcome send(ApiDestination destination, HttpParameters parameters) {
        var rule = new EventRule(new RuleKey(SCOPE, "default", "r"), null, null, true, null, null);
        var target = new RuleTarget(
                "t",
                destination.arn().toString(),
                null,
                new TargetInput.WholeEvent(),
                RetryPolicy.STANDARD,
                parameters);
        MatchedEvent event = MatchedEvent.of(rule, "{\"a\":1}", bus.clock.instant());
        return sender.send(new Letter(event, target, "{\"a\":1}", 0), destination.name(), destination.id());
    }

    @Test
    void signsAndFillsTheRequest() {
        var parameters = new HttpParameterSet(
                List.of(parameter("X-More", "m"), parameter("Host", "evil"), parameter("x-bad", "a\r\nb")),
                List.of(parameter("q", "a b&c")),
                List.of(parameter("token", "t")));
        ApiDestination hook = destination(KEY, parameters, "https://hooks.example/a/*/b?z=1", 300);

        assertThat(send(
                        hook,
                        new HttpParameters(List.of("x/y"), Map.of("x-more", "lost", "X-Own", "o"), Map.of("r", "2"))))
                .isEqualTo(new Delivered("answered 200"));

        Request request = requests.getFirst();
        assertThat(request.endpoint()).hasToString("https://hooks.example/a/x%2Fy/b?z=1&r=2&q=a%20b%26c");
        assertThat(request.body()).isEqualTo("{\"a\":1,\"token\":\"t\"}");
        assertThat(request.headers())
                .containsEntry("X-More", "m")
                .containsEntry("X-Own", "o")
                .containsEntry("X-Api-Key", "key")
                .containsEntry("X-Fleetward-Time", "1780272000")
                .containsEntry(
                        "X-Fleetward-Signature", "v1=98b53660dc03901adc97f3173982b6a4cdeef7824d2a1376771870d604cae632")
                .doesNotContainKeys("Host", "x-bad", "x-more");
        assertThat(request.toString()).doesNotContain("key");
    }

    @Test
    void authenticatesByPassword() {
        send(
                destination(
                        new Authorization.Basic("me", new Credential("pw")),
                        HttpParameterSet.NONE,
                        "https://h.example",
                        300),
                HttpParameters.NONE);

        assertThat(requests.getFirst().headers()).containsEntry("Authorization", "Basic bWU6cHc=");
    }

    @Test
    void asksForATokenOnceAndAgainWhenItIsNotTaken() {
        ApiDestination hook = destination(CLIENT, HttpParameterSet.NONE, "https://h.example/", 300);
        web = request -> request.endpoint().host().equals("auth.example")
                ? new Answered(200, "{\"access_token\":\"abc\",\"expires_in\":3600}")
                : new Answered(200, "");
        send(hook, HttpParameters.NONE);
        send(hook, HttpParameters.NONE);

        assertThat(requests).hasSize(3);
        Request token = requests.getFirst();
        assertThat(token.endpoint()).hasToString("https://auth.example/token?x=1&q=a%20b");
        assertThat(token.body())
                .isEqualTo("grant_type=client_credentials&client_id=me&client_secret=s%26cret&scope=all");
        assertThat(token.headers()).containsEntry("X-T", "t");
        assertThat(requests.get(1).headers()).containsEntry("Authorization", "Bearer abc");

        web = request -> request.endpoint().host().equals("auth.example")
                ? new Answered(200, "{\"access_token\":\"def\"}")
                : new Answered(401, "");
        assertThat(send(hook, HttpParameters.NONE)).isEqualTo(new Failed("HTTP_401", "answered 401"));
        send(hook, HttpParameters.NONE);
        assertThat(requests.getLast().headers()).containsEntry("Authorization", "Bearer def");

        bus.clock.advance(Duration.ofMinutes(10));
        web = request -> new Answered(200, "{\"access_token\":\"with a blank\"}");
        assertThat(send(hook, HttpParameters.NONE)).isInstanceOf(Failed.class);
        web = request -> new Answered(200, "nonsense");
        assertThat(send(hook, HttpParameters.NONE)).isInstanceOf(Failed.class);
        web = request -> new Reply.Silent("nobody there");
        assertThat(send(hook, HttpParameters.NONE)).isEqualTo(new Failed("OAUTH_FAILED", "nobody there"));
        web = request -> new Reply.Forbidden("not permitted");
        assertThat(send(hook, HttpParameters.NONE)).isEqualTo(new Failed("OAUTH_FAILED", "not permitted"));
    }

    @Test
    void asksForATokenByGet() {
        var client = new Authorization.ClientCredentials(
                "me", new Credential("pw"), "https://auth.example/token", "GET", HttpParameterSet.NONE);
        send(destination(client, HttpParameterSet.NONE, "https://h.example/", 300), HttpParameters.NONE);

        assertThat(requests.getFirst().endpoint())
                .hasToString("https://auth.example/token?grant_type=client_credentials&client_id=me&client_secret=pw");
        assertThat(requests.getFirst().body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "200, Delivered",
        "204, Delivered",
        "301, Refused",
        "400, Refused",
        "401, Failed",
        "404, Refused",
        "407, Failed",
        "409, Failed",
        "429, Failed",
        "500, Failed",
        "503, Failed"
    })
    void judgesByTheStatus(int status, String kind) {
        web = request -> new Answered(status, "");

        assertThat(send(destination(KEY, HttpParameterSet.NONE, "https://h.example/", 300), HttpParameters.NONE)
                        .getClass()
                        .getSimpleName())
                .isEqualTo(kind);
    }

    @Test
    void judgesSilenceAndForbiddenAddresses() {
        ApiDestination hook = destination(KEY, HttpParameterSet.NONE, "https://h.example/", 300);
        web = request -> new Reply.Silent("no answer in time");
        assertThat(send(hook, HttpParameters.NONE)).isEqualTo(new Failed("NO_RESPONSE", "no answer in time"));
        web = request -> new Reply.Forbidden("private");
        assertThat(send(hook, HttpParameters.NONE)).isEqualTo(new Refused("FORBIDDEN_ADDRESS", "private"));
    }

    @Test
    void refusesWhatIsGone() {
        ApiDestination hook = destination(KEY, HttpParameterSet.NONE, "https://h.example/", 300);
        connections.delete(SCOPE, "c");
        assertThat(destinations.describe(SCOPE, "hook").isActive()).isFalse();
        assertThat(send(hook, HttpParameters.NONE)).isInstanceOf(Refused.class);
        destinations.delete(SCOPE, "hook");
        assertThat(send(hook, HttpParameters.NONE))
                .isEqualTo(new Refused("RESOURCE_NOT_FOUND", "API destination hook does not exist"));
    }

    @Test
    void refusesParametersThatMakeNoUrl() {
        ApiDestination hook = destination(KEY, HttpParameterSet.NONE, "https://h.example/", 300);
        var huge = new HttpParameters(List.of(), Map.of(), Map.of("q", "x".repeat(3000)));

        assertThat(send(hook, huge)).isInstanceOf(Refused.class);
    }

    @Test
    void keepsToTheRate() {
        ApiDestination hook = destination(KEY, HttpParameterSet.NONE, "https://h.example/", 2);
        for (int i = 0; i < 3; i++) {
            send(hook, HttpParameters.NONE);
        }

        assertThat(waits).containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1));
    }

    @Test
    void stopsWhenInterrupted() {
        var stopping = new ApiDestinationSender(
                store,
                this::exchange,
                time -> {
                    throw new InterruptedException();
                },
                bus.clock);
        ApiDestination hook = destination(KEY, HttpParameterSet.NONE, "https://h.example/", 1);
        var rule = new EventRule(new RuleKey(SCOPE, "default", "r"), null, null, true, null, null);
        MatchedEvent event = MatchedEvent.of(rule, "{}", bus.clock.instant());
        var letter = new Letter(event, EventFixture.target("t", RetryPolicy.STANDARD), "{}", 0);
        stopping.send(letter, "hook", hook.id());

        assertThat(stopping.send(letter, "hook", hook.id())).isInstanceOf(Failed.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://10.0.0.1/", "ftp://h.example/", "https://u:p@h.example/", "https://", "nonsense"})
    void refusesUrlsThatMayNotBeCalled(String url) {
        assertThatThrownBy(() -> destination(KEY, HttpParameterSet.NONE, url, 300))
                .hasMessageStartingWith("Parameter InvocationEndpoint is not valid. Reason:");
    }

    @Test
    void refusesKeysThatNoHeaderCanCarry() {
        for (String name : List.of("two words", "Host")) {
            var key = new Authorization.ApiKey(name, new Credential("v"));
            assertThatThrownBy(() -> destination(key, HttpParameterSet.NONE, "https://h.example/", 300))
                    .hasMessageContaining("ApiKeyName");
        }
    }

    @Test
    void administersConnections() {
        Connection one = connections.create(
                SCOPE, "one", new ConnectionAdministration.Wanted("what for", KEY, HttpParameterSet.NONE));
        assertThatThrownBy(() -> connections.create(
                        SCOPE, "one", new ConnectionAdministration.Wanted(null, KEY, HttpParameterSet.NONE)))
                .hasMessage("Connection one already exists.");
        bus.clock.advance(Duration.ofSeconds(1));
        Connection changed = connections.update(
                SCOPE, "one", current -> new ConnectionAdministration.Wanted(null, CLIENT, current.parameters()));
        assertThat(changed.description()).isEqualTo("what for");
        assertThat(changed.id()).isEqualTo(one.id());
        assertThat(connections.describe(SCOPE, "one")).isEqualTo(changed);
        assertThat(connections.list(SCOPE, "o", PageRequest.first(5)).items()).containsExactly(changed);
        assertThat(connections.list(SCOPE, "x", PageRequest.first(5)).items()).isEmpty();
        connections.delete(SCOPE, "one");
        assertThatThrownBy(() -> connections.describe(SCOPE, "one")).hasMessageContaining("does not exist");
        assertThat(KEY.toString()).doesNotContain("credential=key");
    }

    @Test
    void administersDestinations() {
        ApiDestination hook = destination(KEY, HttpParameterSet.NONE, "https://h.example/", 300);
        var nothing = new ApiDestinationAdministration.Wanted(null, null, null, null, null);
        assertThat(destinations.update(SCOPE, "hook", nothing).destination()).isEqualTo(hook);
        var other = new ApiDestinationAdministration.Wanted("d", hook.connectionArn(), "https://i.example/", "PUT", 5);
        ApiDestination changed = destinations.update(SCOPE, "hook", other).destination();
        assertThat(changed.endpoint()).isEqualTo("https://i.example/");
        assertThat(changed.perSecond()).isEqualTo(5);
        Page<ApiDestinationAdministration.State> page =
                destinations.list(SCOPE, "h", hook.connectionArn(), PageRequest.first(5));
        assertThat(page.items()).containsExactly(new ApiDestinationAdministration.State(changed, true));
        assertThat(destinations
                        .list(SCOPE, null, "arn:other", PageRequest.first(5))
                        .items())
                .isEmpty();
        assertThatThrownBy(() -> destinations.create(SCOPE, "hook", other)).hasMessageContaining("already exists");
        for (String missing : List.of(
                "nonsense",
                "arn:aws:events:us-east-1:000000000000:connection/c",
                "arn:aws:events:us-east-1:000000000000:connection/c/other")) {
            assertThatThrownBy(() -> destinations.update(
                            SCOPE, "hook", new ApiDestinationAdministration.Wanted(null, missing, null, null, null)))
                    .hasMessageContaining("does not exist");
        }
        assertThatThrownBy(() -> destinations.describe(SCOPE, "nobody")).hasMessageContaining("does not exist");
    }
}
