// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IotError;
import io.fleetward.aws.model.iot.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Translates the tags that a resource is created with. */
final class RequestTags {
    private RequestTags() {}

    static Map<String, String> of(@Nullable List<Tag> tags) {
        var byKey = new LinkedHashMap<String, String>();
        for (Tag tag : tags == null ? List.<Tag>of() : tags) {
            String value = tag.value() == null ? "" : tag.value();
            if (byKey.put(tag.key(), value) != null) {
                throw new ApiException(IotError.INVALID_REQUEST, "tags: the key " + tag.key() + " is given twice");
            }
        }
        return byKey;
    }
}
