package org.jibao.finding;

/** One text in both languages. */
public record Text(String zh, String en) {

    /** A text that reads the same in both languages, such as a unit's name. */
    public static Text same(String text) {
        return new Text(text, text);
    }

    public String in(Language language) {
        return language == Language.ZH ? zh : en;
    }
}
