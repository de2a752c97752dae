package org.jibao.reading;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jibao.finding.Finding;
import org.jibao.finding.Text;
import org.jibao.guard.PersonalNumbers;
import org.jspecify.annotations.Nullable;

/** Findings without what must not be quoted: a telephone or identity number is replaced by its kind, wherever it was typed. */
final class Masked {

    private static final Map<String, Text> KINDS = Map.of(
            "identity-number", new Text("***（疑为身份证号）", "*** (it looks like an identity number)"),
            "phone-number", new Text("***（疑为手机号）", "*** (it looks like a mobile telephone number)"));

    private Masked() {}

    /** The same finding, where it quotes no such number. */
    static Finding of(Finding finding) {
        String value = finding.value();
        boolean quotes = value != null && kind(value) != null
                || finding.arguments().values().stream().anyMatch(argument -> kind(argument) != null);
        if (!quotes) {
            return finding;
        }
        Map<String, String> arguments = new LinkedHashMap<>();
        Map<String, String> english = new LinkedHashMap<>();
        finding.arguments().forEach((name, argument) -> {
            Text kind = kind(argument);
            boolean translated = name.endsWith(".en");
            arguments.put(name, kind == null ? argument : translated ? kind.en() : kind.zh());
            if (kind != null && !translated) {
                english.put(name + ".en", kind.en());
            }
        });
        english.forEach(arguments::putIfAbsent);
        return new Finding(
                finding.code(),
                finding.severity(),
                finding.place(),
                finding.subject(),
                value == null || kind(value) == null ? value : "***",
                arguments,
                finding.message(),
                finding.cure());
    }

    private static @Nullable Text kind(String text) {
        String kind = PersonalNumbers.kindIn(text);
        return kind == null ? null : KINDS.get(kind);
    }
}
