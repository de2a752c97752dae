package org.jibao.testkit.generated;

import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Texts of cells, plain and odd, and what becomes of them on the way. */
final class TextPool {

    private static final List<String> PLAIN = List.of(
            "项目",
            "本期制发公文",
            "（一）予以公开",
            "青岚县教育局",
            "2026年第三季度",
            "合计",
            "0012",
            "１２",
            "12条",
            "1,300",
            "3.5万元",
            "/",
            "-",
            "不适用",
            "说明：以上数据截至9月30日",
            "Total",
            "a",
            "备注（单位：件）",
            "2026-07-03",
            "x条",
            "=1+1",
            "'12",
            "TRUE",
            "表二!D14");

    private static final List<String> ODD = List.of(
            "甲\n乙",
            "甲\t乙",
            " 前后空格 ",
            "　全角空格　",
            "\u00A0不间断",
            "零\u200B宽",
            "<b>&amp;\"'</b>",
            "]]>",
            "𠮷野家",
            "😀12",
            "_x000D_",
            "_x4E2D_文",
            "1_x000D_\n2",
            "_x0041",
            "_X0041_",
            "_xZZZZ_",
            "_x005F_x000D_",
            "①⑴⒈¹²₁",
            "½",
            "e\u0301",
            "\uFEFF首",
            "é",
            "ｶﾅ",
            "\u202E反",
            "12\u00A0",
            "#N/A!",
            "#不",
            "100%",
            "１００％");

    private static final List<String> BLANK = List.of("", " ", "　", "\u00A0", "\n");

    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private TextPool() {}

    static String draw(Random random) {
        return switch (random.nextInt(24)) {
            case 0 -> BLANK.get(random.nextInt(BLANK.size()));
            case 1, 2, 3, 4, 5 -> ODD.get(random.nextInt(ODD.size()));
            case 6 -> letters(random, 1 + random.nextInt(300));
            case 7 -> String.valueOf(random.nextInt(100_000));
            default -> PLAIN.get(random.nextInt(PLAIN.size()));
        };
    }

    /** With control characters, which XML of our own and the old format can hold. */
    static String drawWithControls(Random random) {
        return switch (random.nextInt(20)) {
            case 0 -> "甲\r\n乙";
            case 1 -> "1\u000B2";
            case 2 -> "末尾\r";
            case 3 -> letters(random, 1 + random.nextInt(random.nextInt(30) == 0 ? 20_000 : 900));
            default -> draw(random);
        };
    }

    private static String letters(Random random, int length) {
        StringBuilder text = new StringBuilder(length);
        boolean latin = random.nextBoolean();
        while (text.length() < length) {
            text.append(
                    (char) (latin || random.nextInt(9) == 0 ? 'a' + random.nextInt(26) : '一' + random.nextInt(20_000)));
        }
        return text.toString();
    }

    /** Two characters at least, neither of them blank: fit for a run at its end. */
    static String drawForRuns(Random random) {
        List<String> texts = List.of("10①", "101", "m2", "8又10", "注1", "甲乙", "9.51", "𠮷1", "1😀", "2026-3-11");
        return texts.get(random.nextInt(texts.size()));
    }

    /**
     * What Excel shows of a text that a program has written. POI and EasyExcel do not escape what looks like an escape, so that
     * it is one; our own XML and the old format keep it.
     */
    static String asRead(PlannedCell cell, PlannedWorkbook.Writer writer) {
        if (writer.old() || writer == PlannedWorkbook.Writer.XML) {
            return cell.written();
        }
        String once = decoded(cell.written());
        // POI decodes what a formula gives before it writes it, and so leaves an escape of an escape as one.
        return writer == PlannedWorkbook.Writer.XSSF && cell.origin().formula() ? decoded(once) : once;
    }

    private static String decoded(String text) {
        return ESCAPE.matcher(text).replaceAll(TextPool::character);
    }

    private static String character(MatchResult escape) {
        return java.util.regex.Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(escape.group(1), 16)));
    }

    static boolean isBlank(String text) {
        return text.chars()
                .allMatch(sign -> Character.isWhitespace(sign)
                        || Character.isSpaceChar(sign)
                        || sign == 0x200B
                        || sign == 0xFEFF);
    }
}
