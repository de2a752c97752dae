package org.jibao.store;

import org.jibao.finding.Text;
import org.jspecify.annotations.Nullable;

/** A fault of the store, not of a return: says what happened, where, why, and what to do next. */
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Text text;

    public StoreException(Text text, @Nullable Throwable cause) {
        super(text.en(), cause);
        this.text = text;
    }

    public Text text() {
        return text;
    }
}
