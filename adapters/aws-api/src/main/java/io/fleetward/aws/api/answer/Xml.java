// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.answer;

import java.nio.charset.StandardCharsets;

/** Builds an XML text; confined to one answer. */
final class Xml {
    private final StringBuilder out = new StringBuilder(256);

    Xml open(String element) {
        out.append('<').append(element).append('>');
        return this;
    }

    Xml open(String element, String namespace) {
        out.append('<').append(element).append(" xmlns=\"");
        escape(namespace);
        out.append("\">");
        return this;
    }

    Xml close(String element) {
        out.append("</").append(element).append('>');
        return this;
    }

    /** An element that holds only text. */
    Xml text(String element, String text) {
        open(element);
        escape(text);
        return close(element);
    }

    /** Text inside the element that was opened last. */
    Xml text(String text) {
        escape(text);
        return this;
    }

    byte[] bytes() {
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\t', '\n' -> out.append(c);
                case '\r' -> out.append("&#13;");
                // Other control characters and lone halves of pairs have no place in XML 1.0.
                default -> out.append(isXml(text, i) ? c : '\uFFFD');
            }
        }
    }

    private static boolean isXml(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
        }
        return c >= ' ' && c < '\uFFFE';
    }
}
