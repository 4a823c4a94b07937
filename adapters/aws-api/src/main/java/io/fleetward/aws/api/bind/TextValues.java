// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.bind;

import io.fleetward.aws.api.check.ExpectedType;
import io.fleetward.aws.api.check.Violation.Step;
import io.fleetward.aws.api.model.Member;
import io.fleetward.aws.api.model.Shape;
import io.fleetward.aws.model.Timestamps;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Base64;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Turns the text of a path label, a query parameter, a header or a form field into a value of the modelled type. */
final class TextValues {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private TextValues() {}

    /** The value of a scalar member; a header may carry base64 of JSON text. */
    static JsonNode of(String text, Member member) {
        List<Step> path = List.of(new Step.Into(member.name()));
        return of(
                member.jsonValue() ? decoded(text, path) : text, member.shape().get(), path);
    }

    /** The value of a scalar shape at the given place. */
    static JsonNode of(String text, Shape shape, List<Step> path) {
        return switch (shape) {
            case Shape.Text _ -> NODES.stringNode(text);
            case Shape.Flag _ -> flag(text, path);
            case Shape.Whole whole -> whole(text, whole, path);
            case Shape.Decimal _ -> decimal(text, path);
            case Shape.Moment _ -> moment(text, path);
            case Shape.Blob _ -> NODES.binaryNode(base64(text, path));
            case Shape.Structure _, Shape.Sequence _, Shape.Mapping _, Shape.Document _ ->
                throw new WrongTypeException(path, ExpectedType.OBJECT);
        };
    }

    private static JsonNode flag(String text, List<Step> path) {
        return switch (text) {
            case "true", "True", "TRUE" -> NODES.booleanNode(true);
            case "false", "False", "FALSE" -> NODES.booleanNode(false);
            default -> throw new WrongTypeException(path, ExpectedType.BOOLEAN);
        };
    }

    private static JsonNode whole(String text, Shape.Whole shape, List<Step> path) {
        try {
            return shape.wide() ? NODES.numberNode(Long.parseLong(text)) : NODES.numberNode(Integer.parseInt(text));
        } catch (NumberFormatException notWhole) {
            throw new WrongTypeException(path, shape.wide() ? ExpectedType.LONG : ExpectedType.INTEGER);
        }
    }

    private static JsonNode decimal(String text, List<Step> path) {
        try {
            double number = Double.parseDouble(text);
            if (Double.isFinite(number)) {
                return NODES.numberNode(number);
            }
        } catch (NumberFormatException notANumber) {
            // Refused below, as what is not finite.
        }
        throw new WrongTypeException(path, ExpectedType.NUMBER);
    }

    private static JsonNode moment(String text, List<Step> path) {
        try {
            return NODES.stringNode(Timestamps.iso(Timestamps.parse(text)));
        } catch (DateTimeException | ArithmeticException notATime) {
            throw new WrongTypeException(path, ExpectedType.TIMESTAMP);
        }
    }

    /** JSON text in base64; some clients put a text that is JSON into a JSON string once more. */
    private static String decoded(String text, List<Step> path) {
        String json = new String(base64(text, path), StandardCharsets.UTF_8);
        if (!json.startsWith("\"")) {
            return json;
        }
        try {
            return JsonMapper.shared().readTree(json).asString();
        } catch (JacksonException malformed) {
            throw new WrongTypeException(path, ExpectedType.JSON);
        }
    }

    private static byte[] base64(String text, List<Step> path) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            throw new WrongTypeException(path, ExpectedType.BYTES);
        }
    }
}
