// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.hub;

import static org.jooq.impl.DSL.position;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;

/** Texts in one column, so that comparing with any of them is a search for a part of the whole. */
final class TextList {
    static final char SEPARATOR = '\u001f';
    /** What stands for a separator inside a text; such a text may then be taken for another, never overlooked. */
    private static final char SUBSTITUTE = '\u001e';

    private TextList() {}

    /** The column for these texts: a separator before and after each. */
    static String write(Collection<String> texts) {
        var column = new StringBuilder().append(SEPARATOR);
        for (String text : texts) {
            column.append(escape(text)).append(SEPARATOR);
        }
        return column.toString();
    }

    /** The texts of a column whose texts held no separators. */
    static List<String> read(String column) {
        var texts = new ArrayList<String>();
        int start = 1;
        for (int end = column.indexOf(SEPARATOR, start); end >= 0; end = column.indexOf(SEPARATOR, start)) {
            texts.add(column.substring(start, end));
            start = end + 1;
        }
        return texts;
    }

    /** Whether a text of a column may stand for another; then only the document tells which. */
    static Condition isMistakable(Field<String> column) {
        return position(column, String.valueOf(SUBSTITUTE)).gt(0);
    }

    /** A text as it stands in the column. */
    static String escape(String text) {
        return text.replace(SEPARATOR, SUBSTITUTE);
    }

    /** Whether no other text is written as this one is. */
    static boolean isUnmistakable(String text) {
        return text.indexOf(SEPARATOR) < 0 && text.indexOf(SUBSTITUTE) < 0;
    }
}
