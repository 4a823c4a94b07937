// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.route;

import io.fleetward.aws.api.fault.Fault;
import io.fleetward.aws.api.fault.FaultException;
import io.fleetward.aws.api.http.ApiRequest;
import io.fleetward.aws.api.http.UriPath;
import io.fleetward.aws.api.model.AwsService;
import io.fleetward.aws.api.model.Operation;
import io.fleetward.aws.api.model.ServiceModel;
import io.fleetward.aws.api.model.ServiceModels;
import io.fleetward.aws.api.route.Router.Match;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds the operation of a request, each service by its own protocol. Thread-safe. */
public final class Routes {
    private final ServiceModels models;
    private final Function<AwsService, Router> routers;

    public Routes(ServiceModels models) {
        this.models = models;
        this.routers = models.derived(Router::new);
    }

    /** The operation and its path labels; refuses a request that names none. */
    public Match find(AwsService service, ApiRequest request, UriPath path) {
        return switch (service.protocol()) {
            case REST_JSON -> byPath(service, request, path);
            case AWS_JSON -> byTarget(models.of(service), request);
            case QUERY -> byAction(models.of(service), request);
        };
    }

    /** The operation of that name, whatever the protocol of its service. */
    public Match named(AwsService service, String operation) {
        return found(
                models.of(service).operations().get(operation),
                "There is no operation " + operation + " of " + service.id() + ".");
    }

    private Match byPath(AwsService service, ApiRequest request, UriPath path) {
        Match match = routers.apply(service).find(request.method(), path);
        if (match != null) {
            return match;
        }
        throw new FaultException(
                Fault.UNKNOWN_OPERATION,
                service == AwsService.SECURITY_HUB
                        ? "Missing Authentication Token"
                        : "No operation of %s matches %s %s."
                                .formatted(service.id(), request.method(), request.path()));
    }

    private static Match byTarget(ServiceModel model, ApiRequest request) {
        String target = request.headers().first("x-amz-target");
        String prefix = model.targetPrefix() + ".";
        if (target == null || !target.startsWith(prefix) || !request.method().equals("POST")) {
            return found(null, "");
        }
        return found(model.operations().get(target.substring(prefix.length())), "");
    }

    private static Match byAction(ServiceModel model, ApiRequest request) {
        String action = ServiceResolver.form(request).first("Action");
        return found(
                action == null ? null : model.operations().get(action),
                "Could not find operation %s for version %s.".formatted(action, model.apiVersion()));
    }

    private static Match found(@Nullable Operation operation, String refusal) {
        if (operation == null) {
            throw new FaultException(Fault.UNKNOWN_OPERATION, refusal);
        }
        return new Match(operation, Map.of());
    }
}
