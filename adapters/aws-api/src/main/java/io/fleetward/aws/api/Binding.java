// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api;

import io.fleetward.aws.api.bind.FormBinder;
import io.fleetward.aws.api.bind.JsonBinder;
import io.fleetward.aws.api.bind.NamedBinder;
import io.fleetward.aws.api.bind.RestBinder;
import io.fleetward.aws.api.check.ConstraintCheck;
import io.fleetward.aws.api.check.ConstraintException;
import io.fleetward.aws.api.check.Violation;
import io.fleetward.aws.api.http.ApiRequest;
import io.fleetward.aws.api.model.Operation;
import io.fleetward.aws.api.model.Shape;
import io.fleetward.aws.api.model.ShapeRef;
import io.fleetward.aws.api.route.Router.Match;
import io.fleetward.aws.api.route.ServiceResolver;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Binds a request to the input tree of its operation and checks it against the model. */
final class Binding {
    private Binding() {}

    /** The checked tree. */
    static ObjectNode bind(Match match, ApiRequest request) {
        Operation operation = match.operation();
        ShapeRef input = operation.input();
        if (input == null || !(input.get() instanceof Shape.Structure shape)) {
            return JsonNodeFactory.instance.objectNode();
        }
        ObjectNode tree = switch (operation.service().protocol()) {
            case REST_JSON -> RestBinder.bind(shape, request, match.labels());
            case AWS_JSON -> JsonBinder.bind(shape, request.body());
            case QUERY -> FormBinder.bind(shape, ServiceResolver.form(request));
        };
        return checked(tree, shape);
    }

    /** The checked tree of a call by name. */
    static ObjectNode bind(Operation operation, ObjectNode body) {
        ShapeRef input = operation.input();
        return input != null && input.get() instanceof Shape.Structure shape
                ? checked(NamedBinder.bind(shape, body), shape)
                : JsonNodeFactory.instance.objectNode();
    }

    private static ObjectNode checked(ObjectNode tree, Shape.Structure shape) {
        List<Violation> violations = ConstraintCheck.of(tree, shape);
        if (!violations.isEmpty()) {
            throw new ConstraintException(violations);
        }
        return tree;
    }
}
