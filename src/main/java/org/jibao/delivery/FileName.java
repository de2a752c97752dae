package org.jibao.delivery;

import java.nio.charset.StandardCharsets;

/**
 * Names of files that are made from what strangers, units and jobs are called: with nothing in them that a file system
 * refuses, and never longer than one takes.
 */
public final class FileName {

    /** What Linux file systems take of one name; those of Windows and macOS take as many characters, which is more. */
    private static final int LONGEST = 255;

    /** What is put round a name while its file is written, {@code .name.tmp}, and behind it for a version that is kept. */
    private static final int ROOM = ".".length() + ".tmp".length() + " 20261020-020000".length();

    private static final String FORBIDDEN = "[\\\\/:*?\"<>|\\p{Cntrl}]";

    private FileName() {}

    /** Without what file systems refuse, and not hidden. */
    public static String plain(String name) {
        return name.replaceAll(FORBIDDEN, "_").replaceFirst("^\\.", "_");
    }

    /**
     * The stem, cut where the whole name would be too long; a cut one ends in {@code ~} and the mark, by which it is told from
     * others with the same beginning.
     *
     * @param ending the longest that is put behind it
     */
    public static String fitting(String stem, String ending, String mark) {
        int most = LONGEST - ROOM - bytes(ending);
        if (bytes(stem) <= most) {
            return stem;
        }
        String tail = "~" + mark;
        return beginning(stem, most - bytes(tail)) + tail;
    }

    /** As many of its first characters as have no more bytes than that. */
    private static String beginning(String text, int most) {
        int end = 0;
        int bytes = 0;
        while (end < text.length()) {
            int sign = text.codePointAt(end);
            bytes += bytes(Character.toString(sign));
            if (bytes > most) {
                break;
            }
            end += Character.charCount(sign);
        }
        return text.substring(0, end).stripTrailing();
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
