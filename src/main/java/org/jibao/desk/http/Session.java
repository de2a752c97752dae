package org.jibao.desk.http;

import org.jibao.finding.Language;

/** One browser, from its first address until the desk ends. Thread-safe. */
public final class Session {

    private final String csrf;
    private volatile Language language;
    private volatile String officer = "";

    Session(String csrf, Language language) {
        this.csrf = csrf;
        this.language = language;
    }

    /** What every form that changes something must carry. */
    public String csrf() {
        return csrf;
    }

    public Language language() {
        return language;
    }

    public void speak(Language wanted) {
        language = wanted;
    }

    /** Who decides here; empty until it was asked. */
    public String officer() {
        return officer;
    }

    public void officer(String name) {
        officer = name;
    }
}
