package org.jibao.reading;

import java.nio.charset.Charset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jibao.finding.Finding;
import org.jibao.finding.FindingCode;
import org.jibao.finding.Place;
import org.jspecify.annotations.Nullable;

/**
 * Tells Chinese text from text of another encoding whose bytes GB18030 takes by chance: {@code Bürgerbüro} in Latin-1 comes
 * out as two rare characters among Latin letters, Cyrillic as a row of rare ones, Big5 as Japanese syllables and box lines.
 *
 * <p>Real Chinese text consists for the most part of the 3,755 common characters of GB 2312's first level and of Chinese
 * punctuation; they are called ordinary here. A text is doubtful where
 * <ul>
 * <li>there are <em>strange</em> places and fewer than two ordinary characters for each. Strange is a run of characters that
 *     touches a Latin letter and has no ordinary character in it, and every character of a script or a private area that
 *     Chinese text uses now and then at most;
 * <li>of eight characters or more beyond ASCII fewer than a third are ordinary;
 * <li>there is no ordinary character but single ones between two Latin letters.
 * </ul>
 * Rare names stand among ordinary characters, those of their columns' headers at least, and are never doubtful by themselves:
 * neither those in the parts that GBK and GB18030 have added, nor single ones beside commas. Korean in EUC-KR cannot be told
 * from Chinese: its syllables have the very bytes of the common characters.
 */
final class ChineseText {

    private static final Charset GB2312 = Charset.forName("GB2312");
    private static final Pattern RUN = Pattern.compile("[^\\x00-\\x7F]+");
    private static final int FIRST_LEVEL = 0xB0;
    private static final int LAST_OF_FIRST_LEVEL = 0xD7;
    private static final int LAST_OF_SYMBOLS = 0xA3;
    private static final int ENOUGH_TO_JUDGE = 8;
    private static final int BESIDE = 8;

    private final String text;
    private int all;
    private int ordinary;
    private int strange;
    private int enclosed;
    private int firstStrange = -1;
    private int first = -1;

    private ChineseText(String text) {
        this.text = text;
    }

    /** Why it is hardly what was written, naming the first place; null where it may well be. */
    static @Nullable Finding doubt(String text) {
        ChineseText chinese = new ChineseText(text);
        Matcher runs = RUN.matcher(text);
        while (runs.find()) {
            chinese.judge(runs.start(), runs.end());
        }
        return chinese.isDoubtful() ? chinese.finding() : null;
    }

    private void judge(int start, int end) {
        first = first < 0 ? start : first;
        int ordinaryBefore = ordinary;
        int strangeBefore = strange;
        text.substring(start, end).codePoints().forEach(this::judge);
        boolean after = start > 0 && isLetter(text.charAt(start - 1));
        boolean before = end < text.length() && isLetter(text.charAt(end));
        boolean common = ordinary > ordinaryBefore;
        if (common && end - start == 1 && after && before) {
            ordinary--;
            enclosed++;
        } else if (!common && (after || before) && strange == strangeBefore) {
            strange++;
        }
        if (strange > strangeBefore && firstStrange < 0) {
            firstStrange = start;
        }
    }

    private void judge(int sign) {
        all++;
        if (isOrdinary(sign)) {
            ordinary++;
        } else if (isForeign(sign)) {
            strange++;
        }
    }

    private static boolean isOrdinary(int sign) {
        byte[] bytes = Character.isBmpCodePoint(sign) ? Character.toString(sign).getBytes(GB2312) : new byte[0];
        int lead = bytes.length == 2 ? bytes[0] & 0xFF : 0;
        return (lead >= FIRST_LEVEL && lead <= LAST_OF_FIRST_LEVEL) || (lead > 0xA0 && lead <= LAST_OF_SYMBOLS);
    }

    /** Of a script that is not Chinese, or of none. */
    private static boolean isForeign(int sign) {
        int type = Character.getType(sign);
        if (type == Character.PRIVATE_USE || type == Character.UNASSIGNED || type == Character.CONTROL) {
            return true;
        }
        return switch (Character.UnicodeScript.of(sign)) {
            case HAN, LATIN, COMMON, INHERITED -> Character.UnicodeBlock.of(sign) == Character.UnicodeBlock.BOX_DRAWING;
            default -> true;
        };
    }

    private static boolean isLetter(char sign) {
        return (sign >= 'A' && sign <= 'Z') || (sign >= 'a' && sign <= 'z');
    }

    private boolean isDoubtful() {
        return (strange > 0 && ordinary < 2 * strange)
                || (all >= ENOUGH_TO_JUDGE && 3 * ordinary < all)
                || (ordinary == 0 && enclosed > 0);
    }

    private Finding finding() {
        int at = firstStrange < 0 ? first : firstStrange;
        int line = 1 + (int) text.substring(0, at).lines().count() - (at > 0 && !endsLine(at) ? 1 : 0);
        return Finding.of(FindingCode.FILE_ENCODING_DOUBTFUL, Place.FILE, "", null, String.valueOf(line), around(at));
    }

    private boolean endsLine(int at) {
        return text.charAt(at - 1) == '\n' || text.charAt(at - 1) == '\r';
    }

    /** The word that it stands in; letters only, as digits may be somebody's number. */
    private String around(int at) {
        int from = at;
        while (from > 0 && at - from < BESIDE && Character.isLetter(text.charAt(from - 1))) {
            from--;
        }
        int to = at + 1;
        while (to < text.length() && to - at < BESIDE && Character.isLetter(text.charAt(to))) {
            to++;
        }
        return text.substring(from, to);
    }
}
