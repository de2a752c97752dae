package org.jibao.testkit.generated;

import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** What is odd about a package or its XML. All of it is allowed, or Excel opens it all the same. */
record XmlOptions(Set<Oddity> oddities) {

    /** One way to write what others write otherwise, and of how many files one has it. */
    enum Oddity {
        /** Every element has a prefix. */
        PREFIX(6),
        UTF_16(25),
        ABSOLUTE_RELATIONS(6),
        /** {@code ../xl/worksheets/sheet1.xml}. */
        PARENT_RELATIONS(10),
        /** Sheets and strings lie outside {@code xl/}. */
        OTHER_FOLDER(10),
        /** The workbook lies in the root of the package. */
        ROOT_PACKAGE(12),
        LOWER_CASE_CONTENT_TYPES(20),
        CUSTOM_XML(6),
        EXTERNAL_RELATION(10),
        /** An extension repeats {@code workbookPr}. */
        REPEATED_PROPERTIES(6),
        /** Several rows of one number. */
        SPLIT_ROWS(8),
        ROWS_OUT_OF_ORDER(14),
        CELLS_OUT_OF_ORDER(14),
        ROWS_WITHOUT_NUMBER(10),
        CELLS_WITHOUT_ADDRESS(10),
        /** Of sheets and rows, which a reader passes over. */
        EXTENSIONS(10),
        /** Rows without cells, between others. */
        EMPTY_ROWS(8),
        /** Around a value. */
        SPACES_IN_VALUES(8),
        VALUE_BESIDE_TEXT(8),
        CDATA(12),
        CHARACTER_REFERENCES(12),
        /** A comment within a value or text. */
        XML_COMMENTS(14),
        PHONETIC_TEXT(10),
        NO_STYLES(25),
        NO_STRINGS(12),
        /** Names of relations say nothing. */
        ODD_IDS(6);

        private final int oneIn;

        Oddity(int oneIn) {
            this.oneIn = oneIn;
        }
    }

    static XmlOptions draw(Random random) {
        Set<Oddity> drawn = EnumSet.noneOf(Oddity.class);
        for (Oddity oddity : Oddity.values()) {
            if (random.nextInt(oddity.oneIn) == 0) {
                drawn.add(oddity);
            }
        }
        // A row without a number follows the one before it, which has none where rows lie in any order.
        if (drawn.contains(Oddity.ROWS_OUT_OF_ORDER)) {
            drawn.remove(Oddity.ROWS_WITHOUT_NUMBER);
        }
        if (drawn.contains(Oddity.CELLS_OUT_OF_ORDER)) {
            drawn.remove(Oddity.CELLS_WITHOUT_ADDRESS);
        }
        if (drawn.contains(Oddity.ROOT_PACKAGE)) {
            drawn.remove(Oddity.PARENT_RELATIONS);
        }
        return new XmlOptions(drawn);
    }

    boolean has(Oddity oddity) {
        return oddities.contains(oddity);
    }

    Set<String> names() {
        Set<String> names = new TreeSet<>();
        oddities.forEach(oddity -> names.add(oddity.name()));
        return names;
    }
}
