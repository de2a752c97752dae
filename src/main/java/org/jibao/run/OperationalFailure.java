package org.jibao.run;

import org.jibao.finding.Text;
import org.jspecify.annotations.Nullable;

/** A run that could not be done: says what happened, where, why, and what to do next. Never the fault of a return. */
public final class OperationalFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Text text;

    public OperationalFailure(Text text, @Nullable Throwable cause) {
        super(text.en(), cause);
        this.text = text;
    }

    public Text text() {
        return text;
    }
}
