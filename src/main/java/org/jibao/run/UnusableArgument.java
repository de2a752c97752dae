package org.jibao.run;

import org.jibao.finding.Text;

/** Something was asked for that there is not, such as a job of an unknown name: wrong usage, found only while working. */
public final class UnusableArgument extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Text text;

    public UnusableArgument(Text text) {
        super(text.en());
        this.text = text;
    }

    public Text text() {
        return text;
    }
}
