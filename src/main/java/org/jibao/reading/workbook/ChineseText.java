package org.jibao.reading.workbook;

import java.nio.CharBuffer;
import java.nio.charset.Charset;

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
public final class ChineseText {

    private static final Charset GB2312 = Charset.forName("GB2312");
    private static final int LAST_OF_ASCII = 0x7F;
    private static final int FIRST_LEVEL = 0xB0;
    private static final int LAST_OF_FIRST_LEVEL = 0xD7;
    private static final int LAST_OF_SYMBOLS = 0xA3;
    private static final int ENOUGH_TO_JUDGE = 8;
    /** By character; what is not known yet is 0. */
    private static final byte[] ORDINARY = new byte[Character.MAX_VALUE + 1];

    private static final byte YES = 1;
    private static final byte NO = 2;

    private long all;
    private long ordinary;
    private long strange;
    private long enclosed;
    private long firstStrange = -1;
    private long first = -1;

    /** Characters that have been taken. */
    private long taken;

    /** Of the run beyond ASCII that goes on: where it began, what stood before it, and what had been counted. */
    private long start = -1;

    private boolean after;
    private long ordinaryBefore;
    private long strangeBefore;
    private char last;

    /** Takes the next characters of the text. */
    public void take(CharBuffer text) {
        for (int i = 0; i < text.length(); i++, taken++) {
            char sign = text.charAt(i);
            if (sign <= LAST_OF_ASCII) {
                end(isLetter(sign));
            } else {
                begin();
                judgeHalf(sign);
            }
            last = sign;
        }
    }

    /**
     * Where stands what makes it hardly the text that was written, by characters before it; -1 where it may well be. Called at
     * the end of the text.
     */
    public long doubtfulAt() {
        end(false);
        return isDoubtful() ? firstStrange < 0 ? first : firstStrange : -1;
    }

    private void begin() {
        if (start < 0) {
            start = taken;
            first = first < 0 ? start : first;
            after = isLetter(last);
            ordinaryBefore = ordinary;
            strangeBefore = strange;
        }
    }

    /** A character beyond the first plane comes in two halves. */
    private void judgeHalf(char sign) {
        if (Character.isLowSurrogate(sign) && Character.isHighSurrogate(last)) {
            judge(Character.toCodePoint(last, sign));
        } else if (!Character.isHighSurrogate(sign)) {
            judge(sign);
        }
    }

    private void end(boolean before) {
        if (start < 0) {
            return;
        }
        boolean common = ordinary > ordinaryBefore;
        if (common && taken - start == 1 && after && before) {
            ordinary--;
            enclosed++;
        } else if (!common && (after || before) && strange == strangeBefore) {
            strange++;
        }
        if (strange > strangeBefore && firstStrange < 0) {
            firstStrange = start;
        }
        start = -1;
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
        if (!Character.isBmpCodePoint(sign)) {
            return false;
        }
        if (ORDINARY[sign] == 0) {
            ORDINARY[sign] = isOrdinary((char) sign) ? YES : NO;
        }
        return ORDINARY[sign] == YES;
    }

    private static boolean isOrdinary(char sign) {
        byte[] bytes = String.valueOf(sign).getBytes(GB2312);
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
}
