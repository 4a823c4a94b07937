// SPDX-License-Identifier: Apache-2.0
package io.fleetward.demo;

/** What a question that is asked repeatedly found. */
sealed interface Seen<T> {
    /** The awaited state is there. */
    record Yes<T>(T value) implements Seen<T> {}

    /** Something else is there so far, described for the message of a step that gives up. */
    record NotYet<T>(String instead) implements Seen<T> {}
}
