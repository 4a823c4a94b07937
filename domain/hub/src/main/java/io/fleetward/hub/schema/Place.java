// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.schema;

import io.fleetward.kernel.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in a document under inspection and the list that collects what is wrong in the whole document.
 *
 * <p>Confined to one inspection. The path is spelled out only when something is wrong.
 */
public final class Place {
    /** Enough to mend a document; a hostile one must not cause an endless answer. */
    private static final int MAX_PROBLEMS = 20;

    private static final int MAX_STEP_LENGTH = 128;

    private final @Nullable Place parent;
    private final String step;
    private final List<Problem> problems;

    private Place(@Nullable Place parent, String step, List<Problem> problems) {
        this.parent = parent;
        this.step = step;
        this.problems = problems;
    }

    /** The top of a document. */
    public static Place top() {
        return new Place(null, "data", new ArrayList<>());
    }

    public Place member(String name) {
        return new Place(this, name, problems);
    }

    public Place item(int index) {
        return new Place(this, "[" + index + "]", problems);
    }

    /** Records that the value here is wrong in this way. */
    public void refuse(String what) {
        if (problems.size() < MAX_PROBLEMS) {
            problems.add(new Problem(path(), what));
        }
    }

    /** Records that the value here was made to fit in this way. */
    void note(String what) {
        refuse(what);
    }

    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    private String path() {
        if (parent == null) {
            return step;
        }
        if (step.startsWith("[")) {
            return parent.path() + step;
        }
        return parent.path() + (isIdentifier(step) ? "." + step : "['" + shortened(step) + "']");
    }

    private static boolean isIdentifier(String name) {
        return !name.isEmpty()
                && name.length() <= MAX_STEP_LENGTH
                && Character.isJavaIdentifierStart(name.charAt(0))
                && name.chars().allMatch(Character::isJavaIdentifierPart);
    }

    /** The name as it may stand in a message. */
    static String shortened(String name) {
        return name.length() <= MAX_STEP_LENGTH ? name : name.substring(0, MAX_STEP_LENGTH) + "...";
    }
}
