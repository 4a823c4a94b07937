// SPDX-License-Identifier: Apache-2.0
package io.fleetward.agent;

/** What the agent was given cannot be used; the text tells a person what to change. */
final class ConfigurationException extends Exception {
    private static final long serialVersionUID = 1L;

    ConfigurationException(String text) {
        super(text);
    }
}
