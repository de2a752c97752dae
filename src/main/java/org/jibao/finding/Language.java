package org.jibao.finding;

import java.util.Locale;

/** A language that Jibao speaks; Chinese is the default everywhere. */
public enum Language {
    ZH(Locale.SIMPLIFIED_CHINESE),
    EN(Locale.ENGLISH);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    /** As documents name it: {@code zh-CN} or {@code en}. */
    public String tag() {
        return locale.toLanguageTag();
    }
}
