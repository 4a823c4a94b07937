// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.schema;

import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** A link: a scheme, a colon and something without blanks, at most 2,048 characters. */
record UriShape() implements Shape {
    private static final int MAX_LENGTH = 2048;
    private static final Pattern FORM = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:\\S+");

    @Override
    public JsonNode read(JsonNode value, Place at) {
        if (!value.isString()) {
            at.refuse("should be string");
        } else if (value.stringValue().length() > MAX_LENGTH) {
            at.refuse("should NOT be longer than " + MAX_LENGTH + " characters");
        } else if (!FORM.matcher(value.stringValue()).matches()) {
            at.refuse("should match format \"uri\"");
        }
        return value;
    }

    /** Half a link leads nowhere: what is none is emptied. */
    @Override
    public JsonNode fit(JsonNode value, Place at) {
        boolean isLink = value.isString()
                && value.stringValue().length() <= MAX_LENGTH
                && FORM.matcher(value.stringValue()).matches();
        return isLink ? value : StringNode.valueOf("");
    }
}
