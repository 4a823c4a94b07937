// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.condition;

import io.fleetward.policy.variable.Template;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bytes, written in base64 on both sides. */
final class BinaryMatch {
    private BinaryMatch() {}

    static ValueMatch of(List<Template> values) {
        return new TypedMatch<>(BinaryMatch::read, Operand.all(values, BinaryMatch::read), ByteBuffer::equals);
    }

    private static @Nullable ByteBuffer read(String text) {
        try {
            return ByteBuffer.wrap(Base64.getDecoder().decode(text)).asReadOnlyBuffer();
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }
}
