// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.answer;

import io.fleetward.aws.api.model.Member;
import io.fleetward.aws.api.model.Operation;
import io.fleetward.aws.api.model.ServiceModel;
import io.fleetward.aws.api.model.Shape;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes the XML of the query protocol: lists as {@code member} elements, maps as {@code entry}. */
final class XmlAnswer {
    private XmlAnswer() {}

    static byte[] write(ServiceModel model, Operation operation, ObjectNode tree, String requestId) {
        String response = operation.name() + "Response";
        var xml = new Xml().open(response, model.xmlNamespace());
        String wrapper = operation.resultWrapper();
        if (wrapper != null) {
            xml.open(wrapper);
            if (operation.output() != null) {
                value(tree, operation.output().get(), xml);
            }
            xml.close(wrapper);
        }
        return xml.open("ResponseMetadata")
                .text("RequestId", requestId)
                .close("ResponseMetadata")
                .close(response)
                .bytes();
    }

    private static void value(JsonNode value, Shape shape, Xml xml) {
        switch (shape) {
            case Shape.Structure structure -> members(value, structure, xml);
            case Shape.Sequence sequence ->
                value.forEach(item -> element("member", item, sequence.element().get(), xml));
            case Shape.Mapping mapping -> entries(value, mapping, xml);
            case Shape.Text _,
                    Shape.Whole _,
                    Shape.Decimal _,
                    Shape.Flag _,
                    Shape.Moment _,
                    Shape.Blob _,
                    Shape.Document _ -> xml.text(value.asString());
        }
    }

    private static void members(JsonNode tree, Shape.Structure shape, Xml xml) {
        for (Member member : shape.members().values()) {
            JsonNode value = tree.get(member.name());
            if (value != null) {
                element(member.name(), value, member.shape().get(), xml);
            }
        }
    }

    private static void entries(JsonNode map, Shape.Mapping shape, Xml xml) {
        for (var entry : map.properties()) {
            xml.open("entry").text(shape.keyName(), entry.getKey());
            element(shape.valueName(), entry.getValue(), shape.value().get(), xml);
            xml.close("entry");
        }
    }

    private static void element(String name, JsonNode value, Shape shape, Xml xml) {
        xml.open(name);
        value(value, shape, xml);
        xml.close(name);
    }
}
