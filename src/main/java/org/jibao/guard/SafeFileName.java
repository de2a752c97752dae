package org.jibao.guard;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names of files that are made from what strangers, units and jobs are called. Every name of an output passes here. The result
 * is in normal form C, holds nothing that a file system refuses or a person cannot see, is none of the devices of Windows, and
 * is never longer than a file system takes, with what is put round it while the file is written.
 */
public final class SafeFileName {

    /** What Linux file systems take of one name, in bytes; those of Windows and macOS take as many characters, which is more. */
    private static final int LONGEST = 255;

    /** What is put round a name: {@code .name.tmp.raw} while its file is written, and a time behind a version that is kept. */
    private static final int ROOM = ".".length() + ".tmp.raw".length() + " 20261020-020000".length();

    private static final String FORBIDDEN = "\\/:*?\"<>|";

    /** Windows takes these for devices, whatever the ending; it knows the raised digits as digits. */
    private static final Pattern DEVICE = Pattern.compile(
            "(?:CON|PRN|AUX|NUL|CONIN\\$|CONOUT\\$|CLOCK\\$|(?:COM|LPT)[0-9\u00b9\u00b2\u00b3])",
            Pattern.CASE_INSENSITIVE);

    private static final String NOTHING = "_";

    private SafeFileName() {}

    /**
     * A whole name.
     *
     * @param words what the file is called; of any length and content
     * @param ending with its dot, of our own words
     * @param mark by which a name that must be cut is told from others with the same beginning
     */
    public static String of(String words, String ending, String mark) {
        return stem(words, ending, mark) + ending;
    }

    /**
     * A name without its ending; a cut one ends in {@code ~} and the mark.
     *
     * @param ending the longest that is put behind it
     */
    public static String stem(String words, String ending, String mark) {
        String plain = plain(words);
        int most = LONGEST - ROOM - bytes(ending);
        if (bytes(plain) <= most) {
            return plain;
        }
        String tail = "~" + mark;
        return trimmed(beginning(plain, most - bytes(tail))) + tail;
    }

    /** Whether a name would have to be cut. */
    public static boolean isTooLong(String words, String ending) {
        return bytes(plain(words)) > LONGEST - ROOM - bytes(ending);
    }

    /**
     * Two names with the same key are one name to some file system: to those that take {@code A} for {@code a}, or the two ways
     * of writing {@code é} for one.
     */
    public static String key(String name) {
        String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
        String folded = composed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(folded, Normalizer.Form.NFC);
    }

    /** Of any length: without what is refused or unseen, not hidden, no device. */
    public static String plain(String words) {
        StringBuilder seen = new StringBuilder(words.length());
        words.codePoints().forEach(sign -> seen.appendCodePoint(isAllowed(sign) ? sign : '_'));
        String name = trimmed(Normalizer.normalize(seen, Normalizer.Form.NFC));
        if (name.startsWith(".") || name.startsWith("~$")) {
            name = "_" + name.substring(1); // hidden, or what Office puts beside an open file
        }
        int dot = name.indexOf('.');
        String first = (dot < 0 ? name : name.substring(0, dot)).strip();
        return DEVICE.matcher(first).matches() ? "_" + name : name.isEmpty() ? NOTHING : name;
    }

    private static boolean isAllowed(int sign) {
        return switch (Character.getType(sign)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> FORBIDDEN.indexOf(sign) < 0 && !isFiller(sign);
        };
    }

    /** Letters and marks by name that show nothing (Unicode's Default_Ignorable_Code_Point beside the format characters). */
    private static boolean isFiller(int sign) {
        return sign == 0x034F
                || sign == 0x115F
                || sign == 0x1160
                || sign == 0x17B4
                || sign == 0x17B5
                || sign >= 0x180B && sign <= 0x180F
                || sign == 0x2800
                || sign == 0x3164
                || sign >= 0xFE00 && sign <= 0xFE0F
                || sign == 0xFFA0
                || sign >= 0xE0000 && sign <= 0xE0FFF;
    }

    /** Without blanks at both ends, and dots at the last, which Windows drops in silence. */
    private static String trimmed(String name) {
        int start = 0;
        int end = name.length();
        while (start < end && isBlank(name.charAt(start))) {
            start++;
        }
        while (end > start && (isBlank(name.charAt(end - 1)) || name.charAt(end - 1) == '.')) {
            end--;
        }
        return name.substring(start, end);
    }

    private static boolean isBlank(char sign) {
        return Character.isWhitespace(sign) || Character.isSpaceChar(sign);
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
        return text.substring(0, end);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
