// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.ErrorCode;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Asserts refusals of use cases. */
public final class Refusals {
    private Refusals() {}

    /** The refusal that the call must end in. */
    public static ApiException refused(ErrorCode code, ThrowingCallable call) {
        Throwable thrown = catchThrowable(call);
        assertThat(thrown).isInstanceOf(ApiException.class);
        ApiException refusal = (ApiException) thrown;
        assertThat(refusal.code()).as(refusal.text()).isEqualTo(code);
        return refusal;
    }
}
