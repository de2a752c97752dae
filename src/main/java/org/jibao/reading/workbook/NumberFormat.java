package org.jibao.reading.workbook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jibao.calendar.Remembered;
import org.jibao.reading.workbook.Cell.Kind;
import org.jspecify.annotations.Nullable;

/** A number format, taken apart into its sections (ECMA-376-1, 18.8.31). */
public final class NumberFormat {

    /** What is shown as it stands, or as a space: quoted, escaped, {@code _x}, and {@code *x} to fill the cell with. */
    private static final Pattern LITERALS = Pattern.compile("\"[^\"]*(?:\"|$)|[\\\\_*!].?");

    private static final Pattern BRACKETS = Pattern.compile("\\[([^\\]]*+)(?:\\]|\\z)");
    private static final Pattern CONDITION =
            Pattern.compile("(<=|>=|<>|<|>|=)\\s*(-?[0-9.]{1,40}(?:E[-+]?[0-9]{1,3})?)");
    private static final Pattern ELAPSED = Pattern.compile("h+|m+|s+");

    /** In the language of the program that wrote it; the words have letters that mean a date. */
    private static final Pattern GENERAL = Pattern.compile("general|g/通用格式|g/標準|g/標準");

    private static final Pattern HALF_OF_DAY = Pattern.compile("am/pm|a/p|上午/下午");
    private static final Pattern EXPONENT = Pattern.compile("e[-+]");
    private static final Pattern DATE = Pattern.compile("[ymdhse]|aaa|bb|gg");
    private static final Pattern WITH_DAY = Pattern.compile("[dhs]|aaa");
    private static final Pattern DIGITS = Pattern.compile("[0#?@]");
    private static final int SECTIONS_FOR_NUMBERS = 3;

    /** The same few come with every return. */
    private static final Remembered<NumberFormat> KNOWN = new Remembered<>(NumberFormat::read);

    private final List<Section> sections;
    private final boolean ofMonths;

    /**
     * One of the ways in which a format shows a number.
     *
     * @param condition when it is used, or null where that is by its place
     * @param kind null where it has only words
     */
    private record Section(
            @Nullable Predicate<BigDecimal> condition,
            @Nullable Kind kind) {}

    private NumberFormat(List<Section> sections, boolean ofMonths) {
        this.sections = sections;
        this.ofMonths = ofMonths;
    }

    private static boolean isOfMonths(String code) {
        String letters = BRACKETS.matcher(
                        LITERALS.matcher(code.toLowerCase(Locale.ROOT)).replaceAll(""))
                .replaceAll("");
        return letters.indexOf('y') >= 0
                && letters.indexOf('m') >= 0
                && !WITH_DAY.matcher(letters).find();
    }

    private static NumberFormat read(String code) {
        List<Section> sections = split(code).stream()
                .limit(SECTIONS_FOR_NUMBERS)
                .map(NumberFormat::section)
                .toList();
        return new NumberFormat(sections, isOfMonths(code));
    }

    /** At semicolons outside of quotes and brackets. */
    private static List<String> split(String code) {
        List<String> sections = new ArrayList<>();
        int begin = 0;
        char within = 0;
        for (int i = 0; i < code.length(); i++) {
            char sign = code.charAt(i);
            if (within != 0) {
                within = sign == within ? 0 : within;
            } else if (sign == '"') {
                within = '"';
            } else if (sign == '[') {
                within = ']';
            } else if (sign == '\\' || sign == '_' || sign == '*' || sign == '!') {
                i++;
            } else if (sign == ';') {
                sections.add(code.substring(begin, i));
                begin = i + 1;
            }
        }
        sections.add(code.substring(begin));
        return sections;
    }

    private static Section section(String code) {
        String signs = LITERALS.matcher(code).replaceAll(" ").toLowerCase(Locale.ROOT);
        boolean elapsed = false;
        Predicate<BigDecimal> condition = null;
        Matcher brackets = BRACKETS.matcher(signs);
        while (brackets.find()) {
            String inside = brackets.group(1).strip();
            elapsed |= ELAPSED.matcher(inside).matches();
            Predicate<BigDecimal> stated = condition(inside);
            condition = stated == null ? condition : stated;
        }
        String rest = brackets.replaceAll(" ");
        return new Section(condition, elapsed ? Kind.NUMBER : kind(rest));
    }

    private static @Nullable Kind kind(String signs) {
        String words = GENERAL.matcher(signs).replaceAll("0");
        String letters = EXPONENT.matcher(words).replaceAll(" ");
        boolean digits = words.indexOf('#') >= 0;
        if (!digits
                && (HALF_OF_DAY.matcher(letters).find() || DATE.matcher(letters).find())) {
            return Kind.DATE;
        }
        if (words.indexOf('%') >= 0) {
            return Kind.SHARE;
        }
        return DIGITS.matcher(words).find() ? Kind.NUMBER : null;
    }

    private static @Nullable Predicate<BigDecimal> condition(String inside) {
        Matcher matcher = CONDITION.matcher(inside.toUpperCase(Locale.ROOT));
        if (!matcher.matches()) {
            return null;
        }
        BigDecimal bound;
        try {
            bound = new BigDecimal(matcher.group(2));
        } catch (NumberFormatException none) {
            return null;
        }
        return switch (matcher.group(1)) {
            case "<=" -> number -> number.compareTo(bound) <= 0;
            case ">=" -> number -> number.compareTo(bound) >= 0;
            case "<>" -> number -> number.compareTo(bound) != 0;
            case "<" -> number -> number.compareTo(bound) < 0;
            case ">" -> number -> number.compareTo(bound) > 0;
            default -> number -> number.compareTo(bound) == 0;
        };
    }

    /** A section that shows words only says nothing of what the number is: then the first one that does is asked. */
    Kind kind(BigDecimal number) {
        Kind kind = used(number).kind();
        for (Section section : sections) {
            kind = kind == null ? section.kind() : kind;
        }
        return kind == null ? Kind.NUMBER : kind;
    }

    private Section used(BigDecimal number) {
        boolean byPlace = true;
        for (Section section : sections) {
            byPlace &= section.condition() == null;
            if (section.condition() != null && section.condition().test(number)) {
                return section;
            }
        }
        int place = 0;
        if (!byPlace) {
            place = sections.size() - 1;
        } else if (number.signum() < 0) {
            place = 1;
        } else if (number.signum() == 0) {
            place = 2;
        }
        return sections.get(place < sections.size() ? place : 0);
    }

    /** Number formats by their codes, which are null for General. Each format of a file is taken apart once. */
    static final class NumberFormats {

        private final Map<String, NumberFormat> known = new HashMap<>();

        /** What a number is by the format in which it is shown: a date, a share or plainly a number. */
        Kind kind(@Nullable String code, BigDecimal number) {
            return code == null ? Kind.NUMBER : of(code).kind(number);
        }

        /** Whether dates are shown as a month and its year, such as {@code mmm-yy}, which Excel makes of a month that is typed. */
        boolean ofMonths(@Nullable String code) {
            return code != null && of(code).ofMonths;
        }

        private NumberFormat of(String code) {
            NumberFormat format = known.get(code);
            if (format == null) {
                format = KNOWN.of(code);
                known.put(code, format);
            }
            return format;
        }
    }

    /** Which section of a number format a number is shown in: for positive ones, negative ones and zero, or by a condition in brackets. */
    public static final class FormatSection {

        private static final Pattern CONDITION =
                Pattern.compile("\\[(<=|>=|<>|<|>|=)\\s?(-?\\d{1,15}(?:\\.\\d{1,15})?)\\]");

        private FormatSection() {}

        public static String of(String format, BigDecimal number) {
            if (format.indexOf(';') < 0) {
                return format;
            }
            List<String> sections = sections(format);
            boolean conditions = sections.stream()
                    .anyMatch(section -> CONDITION.matcher(section).find());
            if (sections.size() == 1) {
                return sections.get(0);
            }
            return conditions ? byCondition(sections, number) : bySign(sections, number);
        }

        private static String bySign(List<String> sections, BigDecimal number) {
            if (number.signum() < 0) {
                return sections.get(1);
            }
            return number.signum() == 0 && sections.size() > 2 ? sections.get(2) : sections.get(0);
        }

        /** The first whose condition holds; the last number section where none does. */
        private static String byCondition(List<String> sections, BigDecimal number) {
            int last = Math.min(sections.size(), 3) - 1;
            for (String section : sections.subList(0, last)) {
                Matcher condition = CONDITION.matcher(section);
                boolean holds = condition.find() ? holds(condition, number) : number.signum() < 0;
                if (holds) {
                    return section;
                }
            }
            return sections.get(last);
        }

        private static boolean holds(Matcher condition, BigDecimal number) {
            int order = number.compareTo(new BigDecimal(condition.group(2)));
            return switch (condition.group(1)) {
                case "<" -> order < 0;
                case ">" -> order > 0;
                case "<=" -> order <= 0;
                case ">=" -> order >= 0;
                case "<>" -> order != 0;
                default -> order == 0;
            };
        }

        /** Semicolons part sections, but for those that are quoted or escaped. */
        private static List<String> sections(String format) {
            List<String> sections = new ArrayList<>();
            boolean quoted = false;
            int start = 0;
            for (int i = 0; i < format.length(); i++) {
                char sign = format.charAt(i);
                if (sign == '"') {
                    quoted = !quoted;
                } else if (!quoted && (sign == '\\' || sign == '!')) {
                    i++;
                } else if (!quoted && sign == ';') {
                    sections.add(format.substring(start, i));
                    start = i + 1;
                }
            }
            sections.add(format.substring(start));
            return sections;
        }
    }
}
