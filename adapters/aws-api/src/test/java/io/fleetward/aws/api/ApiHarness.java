// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api;

import io.fleetward.application.identity.AdministrativeAct;
import io.fleetward.application.identity.Caller;
import io.fleetward.application.identity.Role;
import io.fleetward.aws.api.http.ApiRequest;
import io.fleetward.aws.api.http.ApiResponse;
import io.fleetward.aws.api.model.AwsService;
import io.fleetward.aws.api.model.Operation;
import io.fleetward.aws.api.model.ServiceModels;
import io.fleetward.aws.model.ServiceApi;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Ids;
import io.fleetward.testkit.VirtualClock;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Calls operations end to end, from HTTP request to HTTP answer, without a socket and without signatures:
 *
 * <pre>{@code
 * var api = ApiHarness.of(new ThingOperations(things, tokens));
 * ApiHarness.Answer answer = api.call(AwsService.IOT, "CreateThing", "{'thingName': 'pump-7'}");
 * assertThat(answer.status()).isEqualTo(200);
 * }</pre>
 *
 * <p>The caller is an administrator of account 000000000000 in us-east-1 unless another is asked for. Single quotes in
 * JSON stand for double quotes.
 */
public final class ApiHarness {
    /** The account and region of the caller unless another is asked for. */
    public static final AccountRegion SCOPE = AccountRegion.of("000000000000", "us-east-1");

    /** What the client gets. */
    public record Answer(int status, Map<String, String> headers, String body) {
        /** The body as JSON. */
        public JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }

        /** The error's name in the header, empty for a success or an XML error. */
        public String errorCode() {
            return headers.getOrDefault("x-amzn-errortype", "");
        }

        /** The error's text. */
        public String message() {
            JsonNode json = json();
            return json.path("message").asString(json.path("Message").asString(""));
        }
    }

    private final AwsApi api;
    private final ServiceModels models = new ServiceModels();
    private final VirtualClock clock;
    private final List<AdministrativeAct> acts;
    private volatile Caller caller;

    private ApiHarness(List<ServiceApi> families, VirtualClock clock) {
        this.clock = clock;
        this.acts = new CopyOnWriteArrayList<>();
        this.caller = caller(SCOPE, Role.ADMINISTRATOR);
        var surroundings = new ApiSurroundings(clock, acts::add, new Ids(new Random(1)));
        this.api = new AwsApi(families, (request, path) -> this.caller, surroundings);
    }

    /** An API of these families. */
    public static ApiHarness of(ServiceApi... families) {
        return of(VirtualClock.atStart(), families);
    }

    /** An API of these families that shares the clock of the use cases. */
    public static ApiHarness of(VirtualClock clock, ServiceApi... families) {
        return new ApiHarness(List.of(families), clock);
    }

    /** Calls on in another role. */
    public ApiHarness as(Role role) {
        caller = caller(caller.scope(), role);
        return this;
    }

    /** Calls on in another account or region. */
    public ApiHarness in(AccountRegion scope) {
        caller = caller(scope, caller.roles().iterator().next());
        return this;
    }

    public VirtualClock clock() {
        return clock;
    }

    /** What has been written to the log of administrative acts. */
    public List<AdministrativeAct> acts() {
        return acts;
    }

    /** The counters of the API. */
    public AnswerCounts counts() {
        return api.counts();
    }

    /**
     * Calls an operation with members given as JSON, wherever they travel on the wire; a member that is the whole body
     * is given under its name (bytes in base64).
     */
    public Answer call(AwsService service, String operation, String members) {
        Operation modelled = models.of(service).operations().get(operation);
        if (modelled == null) {
            throw new IllegalArgumentException(service + " has no operation " + operation);
        }
        var tree = (ObjectNode) JsonMapper.shared().readTree(members.replace('\'', '"'));
        return send(ModelledRequest.of(models.of(service), modelled, tree));
    }

    /** Calls an operation by its name, with members given as JSON. */
    public Answer named(String service, String operation, String members) {
        byte[] body = members.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return answer(api.call(new NamedCall(service, operation, caller, body)));
    }

    /** Sends a request as it is. */
    public Answer send(ApiRequest request) {
        return answer(api.handle(request));
    }

    private static Answer answer(ApiResponse response) {
        return new Answer(response.status(), response.headers(), new String(response.body(), StandardCharsets.UTF_8));
    }

    private static Caller caller(AccountRegion scope, Role role) {
        String name = role.wireName();
        return new Caller(scope, "arn:aws:iam::" + scope.account() + ":user/" + name, "AKIATEST", role, "192.0.2.1");
    }
}
