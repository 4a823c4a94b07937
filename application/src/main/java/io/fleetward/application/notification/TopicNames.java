// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.notification;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.SnsError;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Arn;
import java.util.regex.Pattern;

/** Reads the names of topics, and words the refusals about them. */
final class TopicNames {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,256}");

    private TopicNames() {}

    static boolean isValid(String name) {
        return NAME.matcher(name).matches();
    }

    /** The name in the ARN of a topic of this account and region. */
    static String inArn(AccountRegion scope, String text) {
        Arn arn = Arn.parse(text);
        if (arn == null || !arn.service().equals("sns") || !isValid(arn.resource())) {
            throw invalid("TopicArn");
        }
        if (!arn.belongsTo(scope)) {
            throw missing();
        }
        return arn.resource();
    }

    static ApiException invalid(String what) {
        return new ApiException(SnsError.INVALID_PARAMETER, "Invalid parameter: " + what);
    }

    static ApiException missing() {
        return new ApiException(SnsError.NOT_FOUND, "Topic does not exist");
    }
}
