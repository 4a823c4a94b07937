// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.thing;

import io.fleetward.kernel.PageRequest;
import io.fleetward.registry.thing.AttachmentType;
import org.jspecify.annotations.Nullable;

/** Which slice of a list of attachments is wanted, of one type or, when that is null, of both. Immutable. */
public record AttachmentPage(@Nullable AttachmentType type, PageRequest page) {
    /** Attachments of both types. */
    public static AttachmentPage all(PageRequest page) {
        return new AttachmentPage(null, page);
    }
}
