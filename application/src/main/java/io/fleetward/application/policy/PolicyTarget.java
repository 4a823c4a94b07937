// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.policy;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.registry.certificate.CertificateId;
import io.fleetward.registry.thing.ThingGroupName;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a policy can be attached to. Immutable.
 *
 * @param text as clients write it: an ARN, or the id of a Cognito identity
 */
public record PolicyTarget(Kind kind, String text) {
    /** The kinds of targets; all but groups are principals. */
    public enum Kind {
        CERTIFICATE,
        THING_GROUP,
        COGNITO_IDENTITY
    }

    private static final Pattern COGNITO = Pattern.compile("[\\w-]{1,55}:[0-9a-f-]{36}");

    /** Reads a target of this account and region; null for anything a policy cannot be attached to. */
    public static @Nullable PolicyTarget parse(AccountRegion scope, String text) {
        if (CertificateId.ofArn(scope, text) != null) {
            return new PolicyTarget(Kind.CERTIFICATE, text);
        }
        if (ThingGroupName.ofArn(scope, text) != null) {
            return new PolicyTarget(Kind.THING_GROUP, text);
        }
        return COGNITO.matcher(text).matches() ? new PolicyTarget(Kind.COGNITO_IDENTITY, text) : null;
    }

    public static PolicyTarget of(AccountRegion scope, CertificateId certificate) {
        return new PolicyTarget(Kind.CERTIFICATE, certificate.arn(scope).toString());
    }

    public static PolicyTarget of(AccountRegion scope, ThingGroupName group) {
        return new PolicyTarget(Kind.THING_GROUP, group.arn(scope).toString());
    }

    /** Whether requests can come from it. */
    public boolean isPrincipal() {
        return kind != Kind.THING_GROUP;
    }
}
