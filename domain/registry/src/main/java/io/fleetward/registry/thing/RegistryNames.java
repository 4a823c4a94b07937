// SPDX-License-Identifier: Apache-2.0
package io.fleetward.registry.thing;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Arn;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The form that the names of things, thing types and thing groups share. */
public final class RegistryNames {
    private static final int LONGEST = 128;
    private static final Pattern FORM = Pattern.compile("[a-zA-Z0-9:_-]+");

    private RegistryNames() {}

    /** Whether the text may name a thing, a thing type or a thing group. */
    public static boolean isValid(String text) {
        return text.length() <= LONGEST && FORM.matcher(text).matches();
    }

    static void require(String kind, String text) {
        if (!isValid(text)) {
            throw new IllegalArgumentException("not the name of a " + kind + ": " + text);
        }
    }

    static @Nullable String ofArn(AccountRegion scope, String text, String type) {
        Arn arn = Arn.parse(text);
        if (arn == null || !arn.belongsTo(scope) || !"iot".equals(arn.service())) {
            return null;
        }
        String name = arn.nameOf(type);
        return name != null && isValid(name) ? name : null;
    }
}
