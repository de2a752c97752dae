package org.jibao.testkit.fuzz;

import java.util.List;
import java.util.Random;

/** Values that have stopped programs: too long, too large, too deep, or not what they look like. */
final class Hostile {

    private static final List<String> VALUES = List.of(
            "",
            "0",
            "-1",
            "NaN",
            "1E999999999",
            "-1E-999999999",
            "9".repeat(5000),
            "0." + "3".repeat(3000),
            "2147483648",
            "4294967295",
            "99999999999999999999",
            "1x" + " ".repeat(32_000) + "x",
            " ".repeat(3000) + "x",
            "2026" + "-".repeat(2000),
            "填".repeat(40_000),
            "_x001B_[31m_x0007_",
            "\u202E\u2066gnp.exe\u200B",
            "é".repeat(20) + "\u0301\u0316".repeat(1000),
            "=WEBSERVICE(\"http://localhost\")",
            "<>&\"']]>",
            "$" + "{jndi:ldap://localhost}",
            "..\\..\\x",
            "A1:XFD1048576",
            "XFE1",
            "A0",
            "true",
            "①½Ⅻ",
            "(".repeat(2000),
            "1,".repeat(2000) + "1",
            "（单位：" + " ".repeat(2000));

    private static final List<String> NAMES = List.of(
            "\u001B[2J\u001B[1;1H",
            "\u202Excod.",
            "\u0007\u0085\u009B31m",
            "\n已收 99 件\n",
            "\u200B\u2060\uFEFF",
            "字".repeat(70),
            "e\u0301",
            "-rf",
            "$(touch x)",
            "'\"`;|&",
            "%s%n{0}{unit}",
            "CON",
            "😀",
            " . ",
            "Q".repeat(200));

    private Hostile() {}

    static String value(Random dice) {
        return VALUES.get(dice.nextInt(VALUES.size()));
    }

    static String name(Random dice) {
        return NAMES.get(dice.nextInt(NAMES.size()));
    }

    /** As it stands in markup. */
    static String escaped(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("\"", "&quot;")
                .replace("\u0007", "")
                .replace("\u001B", "");
    }
}
