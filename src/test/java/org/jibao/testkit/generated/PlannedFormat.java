package org.jibao.testkit.generated;

import java.util.List;
import java.util.Random;

/**
 * A number format, and what a number in it is.
 *
 * @param code as in the file; empty for General
 * @param builtIn the number under which every Excel knows it, or -1
 * @param shown what a person sees
 */
record PlannedFormat(String code, int builtIn, Shown shown) {

    /** What a number is shown as. */
    enum Shown {
        NUMBER,
        SHARE,
        DATE
    }

    static final PlannedFormat GENERAL = new PlannedFormat("", 0, Shown.NUMBER);

    private static final List<PlannedFormat> NUMBERS = own(
            Shown.NUMBER,
            "#,##0\"元\"",
            "0.00\"元\"",
            "0!.0,\"万元\"",
            "#,##0,",
            "0_ ",
            "0_);[Red]\\(0\\)",
            "#,##0.00_);(#,##0.00)",
            "\"第\"0\"天\"",
            "0\"d\"",
            "0\\d",
            "[Red]0.0;[Blue]\\-0.0",
            "\"¥\"#,##0.00",
            "[$¥-804]#,##0.00",
            "[$-804]0",
            "0.000E+00",
            "000000",
            "0\"年\"",
            "\"m\"0",
            "0\"%\"",
            "0\\%",
            "_ * #,##0_ ;_ * \\-#,##0_ ;_ * \"-\"_ ;_ @_ ",
            "[>=10000]0!.0,\"万\";0",
            "[DBNum1]0",
            "[DBNum1][$-804]General",
            "General\"件\"",
            "[>=100]0\"day\";0.0",
            "0.0 \"kg\"",
            "0;[Red]0;\"ymd\"",
            "0*d",
            "0_y",
            "#,##0;\\-#,##0;\"无\"",
            "\"d\"General",
            "G/通用格式\"元\"",
            "0.0\"h\"",
            "[h]:mm:ss",
            "[mm]:ss",
            "0.00E+00\"s\"",
            "0!d",
            "[=0]\"-\";#,##0.0");

    private static final List<PlannedFormat> SHARES =
            own(Shown.SHARE, "0.000%", "0.0%;[Red]\\-0.0%", "0%\"率\"", "[Blue]0.0%", "\"占\"0%");

    private static final List<PlannedFormat> DATES = own(
            Shown.DATE,
            "yyyy-mm-dd",
            "yyyy/m/d",
            "yyyy\"年\"m\"月\"d\"日\"",
            "[$-804]yyyy\"年\"m\"月\"d\"日\"",
            "[$-804]yyyy\"年\"m\"月\"d\"日\";@",
            "e\"年\"m\"月\"d\"日\"",
            "e/m/d",
            "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy",
            "yyyy\\-mm\\-dd",
            "yyyy\\-mm\\-dd;@",
            "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\";@",
            "m\"月\"d\"日\"",
            "yyyy-mm-dd hh:mm:ss",
            "d\\-mmm\\-yy;@",
            "ggge\"年\"m\"月\"d\"日\"",
            "[$-411]ge.m.d",
            "yyyy.mm.dd;@",
            "[Red]yyyy-mm-dd",
            "yy/m/d h:mm",
            "YYYY\"年\"M\"月\"D\"日\"",
            "[$-804]aaaa;@",
            "mmm\\-yy",
            "h:mm AM/PM",
            "hh:mm:ss",
            "上午/下午h\"时\"mm\"分\"",
            "[$-409]mmmm\\ d\\,\\ yyyy;@",
            "[$-1030411]ggge\"年\"m\"月\"d\"日\"",
            "yyyy\"年第\"m\"月\"",
            "yyyy-mm-dd;;",
            "[=0]\"-\";yyyy/m/d");

    private static final List<PlannedFormat> BUILT_IN = List.of(
            new PlannedFormat("0", 1, Shown.NUMBER),
            new PlannedFormat("0.00", 2, Shown.NUMBER),
            new PlannedFormat("#,##0", 3, Shown.NUMBER),
            new PlannedFormat("#,##0.00", 4, Shown.NUMBER),
            new PlannedFormat("0%", 9, Shown.SHARE),
            new PlannedFormat("0.00%", 10, Shown.SHARE),
            new PlannedFormat("0.00E+00", 11, Shown.NUMBER),
            new PlannedFormat("# ?/?", 12, Shown.NUMBER),
            new PlannedFormat("m/d/yy", 14, Shown.DATE),
            new PlannedFormat("d-mmm-yy", 15, Shown.DATE),
            new PlannedFormat("m/d/yy h:mm", 22, Shown.DATE),
            new PlannedFormat("@", 49, Shown.NUMBER));

    /** Only a Chinese Excel gives these a meaning; they have no code in the file. */
    private static final List<PlannedFormat> BUILT_IN_OF_CHINA = List.of(
            new PlannedFormat("", 27, Shown.DATE),
            new PlannedFormat("", 28, Shown.DATE),
            new PlannedFormat("", 31, Shown.DATE),
            new PlannedFormat("", 57, Shown.DATE),
            new PlannedFormat("", 58, Shown.DATE));

    private static List<PlannedFormat> own(Shown shown, String... codes) {
        return java.util.Arrays.stream(codes)
                .map(code -> new PlannedFormat(code, -1, shown))
                .toList();
    }

    static PlannedFormat ofNumber(Random random) {
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> GENERAL;
            case 3 ->
                pick(
                        BUILT_IN.stream()
                                .filter(format -> format.shown != Shown.DATE)
                                .toList(),
                        random);
            case 4 -> pick(SHARES, random);
            default -> pick(NUMBERS, random);
        };
    }

    /** @param china whether the file can say a number of a built-in format without its code */
    static PlannedFormat ofDate(Random random, boolean china) {
        return switch (random.nextInt(6)) {
            case 0 ->
                pick(
                        BUILT_IN.stream()
                                .filter(format -> format.shown == Shown.DATE)
                                .toList(),
                        random);
            case 1 -> pick(china ? BUILT_IN_OF_CHINA : DATES, random);
            default -> pick(DATES, random);
        };
    }

    private static PlannedFormat pick(List<PlannedFormat> formats, Random random) {
        return formats.get(random.nextInt(formats.size()));
    }
}
