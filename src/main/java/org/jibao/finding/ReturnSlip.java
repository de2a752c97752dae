package org.jibao.finding;

import java.util.regex.Pattern;

/** By what a return slip is known again when it comes back as a return. */
public final class ReturnSlip {

    /** The name of the sheet in front that lists what was found. */
    public static final String LIST = "退回说明";

    /** The same in English. */
    private static final String LATIN_LIST = "Return slip";

    private static final Pattern COPY = Pattern.compile("[(（]\\d{1,9}[)）]\\z");

    private ReturnSlip() {}

    /** The name of that sheet in a language. */
    public static String list(Language language) {
        return language == Language.ZH ? LIST : LATIN_LIST;
    }

    /** Whether a sheet is such a list, or the copy of one that Excel calls {@code 退回说明 (2)}. */
    public static boolean isList(String sheet) {
        String name = sheet.strip();
        if (!name.startsWith(LIST) && !name.startsWith(LATIN_LIST)) {
            return false;
        }
        String original = COPY.matcher(name).replaceFirst("").stripTrailing();
        return original.equals(LIST) || original.equals(LATIN_LIST);
    }
}
