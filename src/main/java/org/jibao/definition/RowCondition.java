package org.jibao.definition;

import java.math.BigDecimal;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A condition over one row of a register, as it stands on the sheet: before anything is read as a number or held against a list.
 * As in SQL a blank cell is null, and what is compared with null is neither true nor false.
 */
public sealed interface RowCondition {

    /**
     * Whether it holds; null where a blank cell leaves that open.
     *
     * @param texts of the row's cells, by field; null for a blank one
     */
    @Nullable
    Boolean holds(Function<String, @Nullable String> texts);

    /** {@code field is null} */
    record Blank(String field) implements RowCondition {
        @Override
        public Boolean holds(Function<String, @Nullable String> texts) {
            return texts.apply(field) == null;
        }
    }

    /** {@code field = 'text'}; numbers are equal as numbers, capitals, outer spaces and full width make no difference. */
    record Same(String field, String text) implements RowCondition {

        private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(\\.\\d{1,18})?");

        @Override
        public @Nullable Boolean holds(Function<String, @Nullable String> texts) {
            String found = texts.apply(field);
            if (found == null) {
                return null;
            }
            String one = Written.plain(found);
            String other = Written.plain(text);
            boolean numbers =
                    NUMBER.matcher(one).matches() && NUMBER.matcher(other).matches();
            return numbers ? new BigDecimal(one).compareTo(new BigDecimal(other)) == 0 : one.equals(other);
        }
    }

    /** {@code field like 'Total%'} */
    record Like(String field, String pattern) implements RowCondition {
        @Override
        public @Nullable Boolean holds(Function<String, @Nullable String> texts) {
            String found = texts.apply(field);
            return found == null ? null : matches(Written.plain(found), Written.plain(pattern));
        }

        /** Each sign of the pattern once for each sign of the text: a regular expression of many stars might never end. */
        private static boolean matches(String text, String pattern) {
            boolean[] before = new boolean[text.length() + 1];
            before[0] = true;
            for (int p = 0; p < pattern.length(); p++) {
                char sign = pattern.charAt(p);
                boolean[] after = new boolean[text.length() + 1];
                after[0] = sign == '%' && before[0];
                for (int t = 0; t < text.length(); t++) {
                    boolean one = sign == '_' || sign == text.charAt(t);
                    after[t + 1] = sign == '%' ? before[t + 1] || after[t] : before[t] && one;
                }
                before = after;
            }
            return before[text.length()];
        }
    }

    /** {@code not …} */
    record Not(RowCondition condition) implements RowCondition {
        @Override
        public @Nullable Boolean holds(Function<String, @Nullable String> texts) {
            Boolean holds = condition.holds(texts);
            return holds == null ? null : !holds;
        }
    }

    /** {@code … and …} */
    record Both(RowCondition one, RowCondition other) implements RowCondition {
        @Override
        public @Nullable Boolean holds(Function<String, @Nullable String> texts) {
            Boolean first = one.holds(texts);
            Boolean second = other.holds(texts);
            if (Boolean.FALSE.equals(first) || Boolean.FALSE.equals(second)) {
                return false;
            }
            return first == null || second == null ? null : true;
        }
    }

    /** {@code … or …} */
    record Either(RowCondition one, RowCondition other) implements RowCondition {
        @Override
        public @Nullable Boolean holds(Function<String, @Nullable String> texts) {
            Boolean first = one.holds(texts);
            Boolean second = other.holds(texts);
            if (Boolean.TRUE.equals(first) || Boolean.TRUE.equals(second)) {
                return true;
            }
            return first == null || second == null ? null : false;
        }
    }
}
