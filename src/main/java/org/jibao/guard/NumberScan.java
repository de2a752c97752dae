package org.jibao.guard;

import java.util.ArrayList;
import java.util.List;
import org.jibao.guard.PersonalNumbers.Kind;
import org.jibao.guard.PersonalNumbers.Span;

/** Finds the numbers of persons in one text, from its beginning to its end. */
final class NumberScan {

    /** The shortest of the numbers: a text with fewer digits has none. */
    private static final int SHORTEST = 11;

    /** Of the shortest hash that is written anywhere, MD5. */
    private static final int HASH = 32;

    private final DigitText text;
    private final boolean numerals;
    private final List<Span> found = new ArrayList<>();

    private NumberScan(DigitText text, boolean numerals) {
        this.text = text;
        this.numerals = numerals;
    }

    /** Those in the order of the text, none within another. */
    static List<Span> of(String text) {
        int digits = 0;
        int numerals = 0;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign >= '0' && sign <= '9' || sign >= 0x80 && !isIdeograph(sign)) {
                digits++;
            } else if (sign >= 0x80 && DigitText.numeral(sign) >= 0) {
                numerals++;
            }
        }
        List<Span> found = digits < SHORTEST ? List.of() : new NumberScan(DigitText.of(text, false), false).run();
        // 〇 and ○ stand outside of the ideographs, and were counted with the digits.
        if (numerals == 0 || numerals + digits < SHORTEST || !found.isEmpty()) {
            return found;
        }
        return new NumberScan(DigitText.of(text, true), true).run();
    }

    private static boolean isIdeograph(char sign) {
        return sign >= 0x4E00 && sign <= 0x9FFF;
    }

    private List<Span> run() {
        int place = 0;
        while (place < text.length()) {
            boolean begins = text.digitAt(place) && !text.digitAt(place - 1);
            int end = begins ? endOfNumber(place) : -1;
            place = end < 0 ? place + 1 : end;
        }
        return found;
    }

    /** The place after the number that begins here, or -1 where none does. */
    private int endOfNumber(int start) {
        DigitRun run = DigitRun.at(text, start);
        Kind kind = Kind.IDENTITY;
        int end = numerals || !isByItself(run) ? -1 : IdentityNumber.end(run);
        if (end < 0) {
            kind = Kind.PHONE;
            end = isByItself(run) ? PhoneNumber.end(run) : -1;
        }
        if (end >= 0) {
            found.add(new Span(kind, text.from(start), text.to(end - 1)));
        }
        return end;
    }

    /** Not a piece of a hash, which is a long word of hexadecimal digits. */
    private boolean isByItself(DigitRun run) {
        int before = run.start();
        int after = run.start();
        while (run.start() - before < HASH && isHexadecimal(text.at(before - 1))) {
            before--;
        }
        while (after - run.start() < HASH && isHexadecimal(text.at(after))) {
            after++;
        }
        boolean letters = false;
        for (int place = before; place < after; place++) {
            letters |= !DigitText.isDigit(text.at(place));
        }
        return after - before < HASH || !letters;
    }

    private static boolean isHexadecimal(char sign) {
        return DigitText.isDigit(sign) || sign >= 'a' && sign <= 'f' || sign >= 'A' && sign <= 'F';
    }
}
