package org.jibao.mime;

/**
 * A part that holds no others by its structure.
 *
 * @param type in lower case; empty where it is none
 * @param given its name, decoded; may be empty
 * @param charset of a text; may be empty
 * @param attached whether the sender calls it an attachment
 * @param embedded whether a text shows it, such as the picture of a signature
 * @param size where it is on a server, the best guess of its decoded bytes; -1 where its bytes can be counted
 */
record Leaf(String type, String given, String charset, boolean attached, boolean embedded, long size, Content content) {

    /** A file of an Outlook message, of which only name and bytes are known. */
    static Leaf of(String given, String type, boolean embedded, Content content) {
        return new Leaf(type, given, "", true, embedded, -1, content);
    }

    String ending() {
        return WantedKind.ending(given);
    }

    /** The name, else the type. */
    String shown() {
        return given.isBlank() ? type : given;
    }
}
