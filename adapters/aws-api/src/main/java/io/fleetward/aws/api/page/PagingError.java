// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.page;

import io.fleetward.application.error.ErrorCode;

/** A refusal whose code on the wire is the validation error of the operation that was called. */
public enum PagingError implements ErrorCode {
    INVALID_TOKEN;

    @Override
    public String wireName() {
        return "InvalidPaginationTokenException";
    }
}
