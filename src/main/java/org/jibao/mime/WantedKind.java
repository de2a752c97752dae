package org.jibao.mime;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jibao.guard.GivenFileName;
import org.jspecify.annotations.Nullable;

/** Which parts may be returns: by the ending of their names, else by their type, else by their first bytes. */
final class WantedKind {

    private static final Set<String> ENDINGS = Set.of("xlsx", "xlsm", "xls", "et", "csv", "zip");
    private static final List<String> ANY = List.of("application/octet-stream", "application/binary", "");

    /** Words of types, the more exact before the others, and the ending that such files have. */
    private static final List<Map.Entry<String, String>> TYPES = List.of(
            Map.entry("sheet.macroenabled", "xlsm"),
            Map.entry("spreadsheetml.sheet", "xlsx"),
            Map.entry("ms-excel", "xls"),
            Map.entry("msexcel", "xls"),
            Map.entry("kset", "et"),
            Map.entry("wps-office.et", "et"),
            Map.entry("csv", "csv"),
            Map.entry("comma-separated-values", "csv"),
            Map.entry("application/zip", "zip"),
            Map.entry("x-zip", "zip"));

    private WantedKind() {}

    /**
     * Letters behind the last dot, in lower case and normal width; empty where there are none that could be an ending.
     */
    static String ending(String name) {
        String plain = Normalizer.normalize(HeaderText.seen(name), Normalizer.Form.NFKC)
                .replace('。', '.')
                .toLowerCase(Locale.ROOT);
        String trimmed = withoutTail(plain);
        String ending = trimmed.substring(trimmed.lastIndexOf('.') + 1);
        boolean could = ending.length() < trimmed.length()
                && ending.length() <= 8
                && ending.chars().allMatch(sign -> sign < 0x80 && Character.isLetterOrDigit(sign))
                && ending.chars().anyMatch(Character::isLetter);
        return could ? ending : "";
    }

    private static String withoutTail(String name) {
        int end = name.length();
        while (end > 0 && " .\"'\u3000".indexOf(name.charAt(end - 1)) >= 0) {
            end--;
        }
        return name.substring(0, end);
    }

    /** The ending of a part that is wanted by its name or its type; null where it is not. */
    static @Nullable String of(String name, String type) {
        String ending = ending(name);
        if (!ending.isEmpty()) {
            return ENDINGS.contains(ending) ? ending : null;
        }
        return TYPES.stream()
                .filter(kind -> type.contains(kind.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    /** Whether only the bytes can tell. */
    static boolean isOpen(String name, String type) {
        return ending(name).isEmpty() && ANY.contains(type);
    }

    /** The ending of a workbook or ZIP by its first bytes; null where they are those of neither. */
    static @Nullable String sniffed(byte[] beginning) {
        if (startsWith(beginning, 'P', 'K', 3, 4)) {
            return "zip";
        }
        return startsWith(beginning, 0xD0, 0xCF, 0x11, 0xE0) ? "xls" : null;
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        boolean same = bytes.length >= mark.length;
        for (int i = 0; same && i < mark.length; i++) {
            same = (bytes[i] & 0xFF) == mark[i];
        }
        return same;
    }

    /** A safe name that has this ending: the sender's own, else one by the number of the part. */
    static String safeName(String given, String ending, int number) {
        String last = withoutTail(HeaderText.seen(GivenFileName.last(given)).strip());
        if (last.isEmpty()) {
            return "part-" + number + "." + ending;
        }
        if (last.toLowerCase(Locale.ROOT).endsWith("." + ending)) {
            return GivenFileName.safe(last);
        }
        int dot = Math.max(last.lastIndexOf('.'), Math.max(last.lastIndexOf('．'), last.lastIndexOf('。')));
        boolean hasEnding = dot > 0
                && ending(last).equals(ending)
                && ending(last.substring(0, dot)).isEmpty();
        return GivenFileName.safe((hasEnding ? last.substring(0, dot) : last) + "." + ending);
    }
}
