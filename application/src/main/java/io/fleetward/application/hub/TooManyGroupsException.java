// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

/** Says that findings have more different values than there is memory to count them. */
public final class TooManyGroupsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public TooManyGroupsException(String attribute) {
        super("too many different values of " + attribute);
    }
}
