package org.jibao.mime;

/**
 * A part of a mail that was not taken.
 *
 * @param name as people are shown it; the kind of the part where it has no name
 */
public record LeftPart(String name, Why why) {

    /** Why a part was not taken. */
    public enum Why {
        /** It is neither a workbook, nor a table, nor a ZIP. */
        OTHER_KIND,
        TOO_LARGE,
        TOO_MANY,
        /** It lies in a mail in a mail, too many of them. */
        TOO_DEEP,
        /** Its bytes are not those that were sent, or cannot be known to be. */
        DAMAGED,
        ENCRYPTED
    }
}
