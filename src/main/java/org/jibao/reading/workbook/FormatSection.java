package org.jibao.reading.workbook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which section of a number format a number is shown in: for positive ones, negative ones and zero, or by a condition in brackets. */
public final class FormatSection {

    private static final Pattern CONDITION =
            Pattern.compile("\\[(<=|>=|<>|<|>|=)\\s?(-?\\d{1,15}(?:\\.\\d{1,15})?)\\]");

    private FormatSection() {}

    public static String of(String format, BigDecimal number) {
        List<String> sections = sections(format);
        boolean conditions =
                sections.stream().anyMatch(section -> CONDITION.matcher(section).find());
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
