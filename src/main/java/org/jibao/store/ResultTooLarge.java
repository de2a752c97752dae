package org.jibao.store;

import org.jibao.finding.Text;

/** A statement selects more than may be held in memory at once. */
public final class ResultTooLarge extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Text text;

    ResultTooLarge(Text text) {
        super(text.en());
        this.text = text;
    }

    /** What is too large, without what to do about it. */
    public Text text() {
        return text;
    }
}
