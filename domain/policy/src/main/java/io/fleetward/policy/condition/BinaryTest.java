// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.condition;

import io.fleetward.policy.variable.Template;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bytes, written in base64 on both sides. */
final class BinaryTest {
    private BinaryTest() {}

    static ValueTest of(List<Template> values) {
        return new TypedTest<>(BinaryTest::read, Operand.all(values, BinaryTest::read), ByteBuffer::equals);
    }

    private static @Nullable ByteBuffer read(String text) {
        try {
            return ByteBuffer.wrap(Base64.getDecoder().decode(text)).asReadOnlyBuffer();
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }
}
