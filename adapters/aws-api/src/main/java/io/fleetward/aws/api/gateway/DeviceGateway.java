// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.gateway;

import io.fleetward.application.identity.Caller;
import io.fleetward.aws.api.answer.ErrorWriter;
import io.fleetward.aws.api.answer.Refusal;
import io.fleetward.aws.api.fault.Fault;
import io.fleetward.aws.api.fault.FaultCodes;
import io.fleetward.aws.api.fault.FaultException;
import io.fleetward.aws.api.http.ApiRequest;
import io.fleetward.aws.api.http.ApiResponse;
import io.fleetward.aws.api.http.Headers;
import io.fleetward.aws.api.http.MalformedUriException;
import io.fleetward.aws.api.http.Parameters;
import io.fleetward.aws.api.http.UriPath;
import io.fleetward.aws.api.model.AwsService;
import io.fleetward.aws.api.sign.Authenticator;
import io.fleetward.aws.api.sign.CredentialScope;
import io.fleetward.kernel.Ids;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who signed the request that opens MQTT over WebSocket, and answers one whose signature is not right
 * (iot-core, ports). What the signer may do is asked when the client connects.
 *
 * <p>Thread-safe. A signature counts whether the client signed its host with the port or without: libraries differ, and
 * the port says nothing about who sends the request.
 */
public final class DeviceGateway {
    /** The name the service signs by, and the one that early device SDKs use. */
    private static final Set<String> SIGNING_NAMES = Set.of("iotdevicegateway", "iotdata");

    private static final String AUTHORIZER = "x-amz-customauthorizer-name";

    private final Authenticator authenticator;
    private final Ids ids;

    public DeviceGateway(Authenticator authenticator, Ids ids) {
        this.authenticator = authenticator;
        this.ids = ids;
    }

    /** What a signature proves. */
    public sealed interface Verdict {
        /** The signature is this caller's. */
        record Proven(Caller caller) implements Verdict {}

        /** There is no signature. */
        record Unsigned() implements Verdict {}

        /** The signature is not right, or a custom authorizer is to vouch. */
        record Refused(ApiResponse answer) implements Verdict {}
    }

    /** Who signed the request. */
    public Verdict verify(ApiRequest request) {
        try {
            String authorizer = authorizer(request);
            if (authorizer != null) {
                return refused(Fault.NOT_IMPLEMENTED, "Custom authorizers are not supported: " + authorizer);
            }
            String service = CredentialScope.serviceOf(request);
            if (service == null && request.headers().first("authorization") == null) {
                return new Verdict.Unsigned();
            }
            if (service == null || !SIGNING_NAMES.contains(service)) {
                return refused(
                        Fault.INVALID_SIGNATURE, "Credential should be scoped to correct service: 'iotdevicegateway'.");
            }
            return new Verdict.Proven(authenticate(request));
        } catch (FaultException wrong) {
            return refused(wrong.fault(), wrong.text());
        } catch (MalformedUriException malformed) {
            return refused(Fault.MALFORMED_URI, String.valueOf(malformed.getMessage()));
        }
    }

    private Caller authenticate(ApiRequest request) {
        UriPath path = UriPath.of(request.path());
        String host = request.headers().first("host");
        try {
            return authenticator.authenticate(request, path);
        } catch (FaultException wrong) {
            if (wrong.fault() != Fault.INVALID_SIGNATURE || host == null || !host.matches(".+:[0-9]{1,5}")) {
                throw wrong;
            }
            return authenticator.authenticate(withHost(request, host.substring(0, host.lastIndexOf(':'))), path);
        }
    }

    private static ApiRequest withHost(ApiRequest request, String host) {
        var fields = new ArrayList<Map.Entry<String, String>>();
        for (String name : request.headers().names()) {
            request.headers()
                    .all(name)
                    .forEach(value -> fields.add(Map.entry(name, name.equals("host") ? host : value)));
        }
        return ApiRequest.of(request.method(), request.path() + "?" + request.query())
                .headers(Headers.of(fields))
                .body(request.body())
                .remoteAddress(request.remoteAddress())
                .build();
    }

    private static @Nullable String authorizer(ApiRequest request) {
        String inHeader = request.headers().first(AUTHORIZER);
        return inHeader == null ? Parameters.parse(request.query()).first(AUTHORIZER) : inHeader;
    }

    private Verdict refused(Fault fault, String text) {
        var refusal = new Refusal(FaultCodes.of(AwsService.IOT_DATA, fault), text);
        return new Verdict.Refused(ErrorWriter.write(AwsService.IOT_DATA, refusal, ids.uuid()));
    }
}
