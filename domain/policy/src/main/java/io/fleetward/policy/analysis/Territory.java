// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.analysis;

import io.fleetward.policy.document.DeviceAction;
import io.fleetward.policy.match.NameForm;
import io.fleetward.policy.match.Token;
import io.fleetward.policy.match.Tokens;
import java.util.List;

/** What an action can be about: which names there are, and which of them belong to a stranger's device. */
final class Territory {
    private static final List<List<Token>> NAME = List.of(Tokens.topics("~"));
    private static final List<List<Token>> NAME_AND_SHADOWS = List.of(Tokens.topics("~"), Tokens.topics("~/+"));

    private Territory() {}

    /** The names that a request for this action can carry. */
    static NameForm names(DeviceAction action) {
        return switch (action) {
            case CONNECT -> NameForm.TEXT;
            case PUBLISH, RETAIN_PUBLISH, RECEIVE, GET_RETAINED_MESSAGE -> NameForm.TOPIC;
            case SUBSCRIBE -> NameForm.FILTER;
            case LIST_RETAINED_MESSAGES -> NameForm.EMPTY;
            case GET_THING_SHADOW, UPDATE_THING_SHADOW, DELETE_THING_SHADOW -> NameForm.SHADOW;
            case LIST_NAMED_SHADOWS_FOR_THING,
                    DESCRIBE_JOB_EXECUTION,
                    GET_PENDING_JOB_EXECUTIONS,
                    START_NEXT_PENDING_JOB_EXECUTION,
                    UPDATE_JOB_EXECUTION -> NameForm.THING;
            case ASSUME_ROLE_WITH_CERTIFICATE -> NameForm.ALIAS;
        };
    }

    /**
     * The names, as patterns, that belong to a stranger's device; for Subscribe the topics that a filter must not
     * select.
     */
    static List<List<Token>> ofAStranger(DeviceAction action) {
        return switch (action) {
            case CONNECT,
                    LIST_NAMED_SHADOWS_FOR_THING,
                    DESCRIBE_JOB_EXECUTION,
                    GET_PENDING_JOB_EXECUTIONS,
                    START_NEXT_PENDING_JOB_EXECUTION,
                    UPDATE_JOB_EXECUTION -> NAME;
            case GET_THING_SHADOW, UPDATE_THING_SHADOW, DELETE_THING_SHADOW -> NAME_AND_SHADOWS;
            case PUBLISH, RETAIN_PUBLISH, SUBSCRIBE, RECEIVE, GET_RETAINED_MESSAGE -> ReservedTopics.OF_A_STRANGER;
            case LIST_RETAINED_MESSAGES, ASSUME_ROLE_WITH_CERTIFICATE -> List.of();
        };
    }
}
