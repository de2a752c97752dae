package org.jibao.definition.loading;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;

/** Compiles a regular expression of a job folder for a search in linear time, or says what of it is not possible so. */
final class LinearPattern {

    private static final Wording WORDS = Wording.of(LinearPattern.class);

    /** Ten times as long as the expressions of the shipped jobs. */
    private static final int LONGEST = 1000;

    /** Steps of the compiled expression, counted repeats written out: what it takes of memory and of each character's time. */
    private static final long LARGEST = 10_000;

    private final String expression;
    private int at;

    private LinearPattern(String expression) {
        this.expression = expression;
    }

    /** An expression that cannot be used, and why. */
    static final class UnusableException extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Text reason;

        UnusableException(Text reason) {
            super(reason.en());
            this.reason = reason;
        }

        Text reason() {
            return reason;
        }
    }

    static Pattern compile(String expression) throws UnusableException {
        if (expression.length() > LONGEST) {
            throw new UnusableException(WORDS.text("pattern.long", expression.length(), LONGEST));
        }
        if (new LinearPattern(expression).size() > LARGEST) {
            throw new UnusableException(WORDS.text("pattern.large"));
        }
        try {
            return Pattern.compile(withBracedCodes(expression));
        } catch (PatternSyntaxException e) {
            throw new UnusableException(WORDS.text("pattern.bad", e.getPattern()));
        }
    }

    /** Java writes a character's number as {@code \}{@code u4E00}, RE2 as {@code \x{4E00}}. */
    private static String withBracedCodes(String expression) {
        StringBuilder braced = new StringBuilder(expression.length());
        for (int i = 0; i < expression.length(); i++) {
            char sign = expression.charAt(i);
            boolean escape = sign == '\\' && i + 1 < expression.length();
            if (escape && expression.charAt(i + 1) == 'u' && i + 6 <= expression.length()) {
                braced.append("\\x{").append(expression, i + 2, i + 6).append('}');
                i += 5;
            } else if (escape) {
                braced.append(sign).append(expression.charAt(++i));
            } else {
                braced.append(sign);
            }
        }
        return braced.toString();
    }

    /** As many steps as the expression has signs, those inside a counted repeat as often as it says. */
    private long size() {
        Deque<Long> open = new ArrayDeque<>();
        long size = 0;
        long last = 0;
        while (at < expression.length() && size + last <= LARGEST) {
            char sign = expression.charAt(at);
            if (sign == '{') {
                last *= repeats();
            } else if (sign == '(') {
                open.push(size + last);
                size = 0;
                last = 0;
            } else if (sign == ')' && !open.isEmpty()) {
                last += size + 1;
                size = open.pop();
            } else {
                size += last;
                last = 1;
                skipRest(sign);
            }
            at++;
        }
        return size + last;
    }

    /** The larger number of {@code {2,5}}; leaves off at its last sign. */
    private long repeats() {
        long most = 1;
        long number = 0;
        for (int i = at + 1; i < expression.length(); i++) {
            char sign = expression.charAt(i);
            if (sign == '}' || sign == ',') {
                most = Math.max(most, number);
                number = 0;
            } else if (sign >= '0' && sign <= '9' && number <= LARGEST) {
                number = number * 10 + sign - '0';
            } else {
                return 1;
            }
            if (sign == '}') {
                at = i;
                return most;
            }
        }
        return 1;
    }

    /** To the last sign of an escape or of a class. */
    private void skipRest(char sign) {
        if (sign == '\\') {
            at++;
            boolean named = at + 1 < expression.length()
                    && "pPx".indexOf(expression.charAt(at)) >= 0
                    && expression.charAt(at + 1) == '{';
            int end = named ? expression.indexOf('}', at) : at;
            at = end < 0 ? at : end;
        } else if (sign == '[') {
            skipClass();
        }
    }

    private void skipClass() {
        int from = at + 1;
        for (int i = from; i < expression.length(); i++) {
            char sign = expression.charAt(i);
            boolean first = i == from || i == from + 1 && expression.charAt(from) == '^';
            if (sign == ']' && !first) {
                at = i;
                return;
            }
            i += sign == '\\' ? 1 : 0;
        }
    }
}
