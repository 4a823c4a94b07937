// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.custom;

import java.util.stream.Stream;

/** Every resource that custom checks can judge. */
public interface Inventory {
    /** Those of one type; the stream reads while it is used, once. */
    Stream<? extends Profile> of(SubjectType type);
}
