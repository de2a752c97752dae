package org.jibao.guard;

/** Characters that cannot be seen for what they are: what officers write and others read has none. */
public final class InvisibleCharacters {

    private InvisibleCharacters() {}

    /**
     * Whether a character moves, hides or turns what stands around it: controls with line breaks and tabs, format characters
     * with those that change the direction of writing, and what is no character.
     */
    public static boolean include(int point) {
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
