// SPDX-License-Identifier: Apache-2.0
package io.fleetward.agent;

/** Writes JSON, member after member. Confined to one thread. */
final class Json {
    private final StringBuilder text = new StringBuilder(1024);

    Json object() {
        return open('{');
    }

    Json object(String name) {
        return name(name).open('{');
    }

    Json endObject() {
        return close('}');
    }

    Json list(String name) {
        return name(name).open('[');
    }

    Json endList() {
        return close(']');
    }

    Json number(String name, long value) {
        name(name);
        text.append(value);
        return this;
    }

    Json string(String name, String value) {
        name(name);
        quote(value);
        return this;
    }

    /** An element of a list, or the value of a member that was just named, that is JSON already. */
    Json raw(String value) {
        separate();
        text.append(value);
        return this;
    }

    /** An element of a list. */
    Json string(String value) {
        separate();
        quote(value);
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    Json name(String name) {
        separate();
        quote(name);
        text.append(':');
        return this;
    }

    private Json open(char bracket) {
        separate();
        text.append(bracket);
        return this;
    }

    private Json close(char bracket) {
        text.append(bracket);
        return this;
    }

    private void separate() {
        char last = text.isEmpty() ? '{' : text.charAt(text.length() - 1);
        if (last != '{' && last != '[' && last != ':') {
            text.append(',');
        }
    }

    private void quote(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < ' ') {
                text.append("\\u%04x".formatted((int) c));
            } else {
                text.append(c);
            }
        }
        text.append('"');
    }
}
