// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.error;

/** Refusals of the {@code sns} service. */
public enum SnsError implements ErrorCode {
    INVALID_PARAMETER("InvalidParameterException"),
    NOT_FOUND("NotFoundException"),
    SUBSCRIPTION_LIMIT_EXCEEDED("SubscriptionLimitExceededException"),
    EMPTY_BATCH_REQUEST("EmptyBatchRequestException"),
    TOO_MANY_ENTRIES_IN_BATCH_REQUEST("TooManyEntriesInBatchRequestException"),
    BATCH_ENTRY_IDS_NOT_DISTINCT("BatchEntryIdsNotDistinctException"),
    INVALID_BATCH_ENTRY_ID("InvalidBatchEntryIdException"),
    BATCH_REQUEST_TOO_LONG("BatchRequestTooLongException"),
    AUTHORIZATION_ERROR("AuthorizationErrorException"),
    INTERNAL_ERROR("InternalErrorException");

    private final String wireName;

    SnsError(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
