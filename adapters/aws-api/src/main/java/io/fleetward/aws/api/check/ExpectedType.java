// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.check;

/** What a value should have been, in the words of both kinds of services. */
public enum ExpectedType {
    STRING("a string", "string"),
    BOOLEAN("a boolean", "boolean"),
    NUMBER("a number", "number"),
    INTEGER("a whole number of 32 bits", "integer"),
    LONG("a whole number of 64 bits", "integer"),
    TIMESTAMP("a timestamp", "a timestamp"),
    BYTES("base64-encoded", "base64-encoded"),
    JSON("base64-encoded JSON", "base64-encoded JSON"),
    LIST("a list", "array"),
    OBJECT("an object", "object"),
    NUMBERED("numbered from 1", "numbered from 1"),
    ENTRIES("entries of key and value", "entries of key and value");

    private final String counted;
    private final String schema;

    ExpectedType(String counted, String schema) {
        this.counted = counted;
        this.schema = schema;
    }

    /** After "Member must be". */
    public String counted() {
        return counted;
    }

    /** After "should be". */
    public String schema() {
        return schema;
    }
}
