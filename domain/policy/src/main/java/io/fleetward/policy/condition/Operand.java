// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.condition;

import io.fleetward.policy.variable.PolicyContext;
import io.fleetward.policy.variable.Template;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One value of a policy, read once when it holds no variables and per request otherwise. Immutable. */
final class Operand<T> {
    private final Template template;
    private final Function<String, @Nullable T> reader;
    private final boolean constant;
    private final @Nullable T value;

    private Operand(Template template, Function<String, @Nullable T> reader) {
        this.template = template;
        this.reader = reader;
        constant = template.variables().isEmpty();
        value = constant ? read(PolicyContext.EMPTY) : null;
    }

    static <T> List<Operand<T>> all(List<Template> templates, Function<String, @Nullable T> reader) {
        return templates.stream()
                .map(template -> new Operand<>(template, reader))
                .toList();
    }

    /** The value, or null when a variable is undefined or the text has not the form that is needed. */
    @Nullable
    T value(PolicyContext context) {
        return constant ? value : read(context);
    }

    private @Nullable T read(PolicyContext context) {
        String text = template.render(context);
        return text == null ? null : reader.apply(text);
    }
}
