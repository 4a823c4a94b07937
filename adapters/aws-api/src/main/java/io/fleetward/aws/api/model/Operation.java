// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An operation of a service model. Immutable.
 *
 * @param uri the path template, for example {@code /things/{thingName}}
 * @param status of a successful answer
 * @param input null for an operation that has no record: it is not built
 * @param resultWrapper the element around the members of an XML answer, null when there is none
 * @param errors names of the modelled errors
 */
public record Operation(
        AwsService service,
        String name,
        String method,
        String uri,
        int status,
        @Nullable ShapeRef input,
        @Nullable ShapeRef output,
        @Nullable String resultWrapper,
        List<String> errors) {
    public Operation {
        errors = List.copyOf(errors);
    }

    /** The name roles are checked against, for example {@code iot:CreateThing}. */
    public String action() {
        return service.actionPrefix() + ":" + name;
    }
}
