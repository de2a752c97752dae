package org.jibao.batch;

/** What officers write and others read: text in which every character can be seen for what it is. */
final class VisibleText {

    private VisibleText() {}

    /**
     * Whether a character moves, hides or turns what stands around it: controls with line breaks and tabs, format characters
     * with those that change the direction of writing, and what is no character.
     */
    static boolean isInvisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
