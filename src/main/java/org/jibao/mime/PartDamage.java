package org.jibao.mime;

import java.io.IOException;

/**
 * The bytes of a part cannot be had as they were sent. Any other fault while they are read is one of the disk or the
 * network.
 */
public final class PartDamage extends IOException {

    private static final long serialVersionUID = 1L;

    private final LeftPart.Why why;

    PartDamage(LeftPart.Why why) {
        super(why.name());
        this.why = why;
    }

    /** Mostly {@code DAMAGED} or {@code TOO_LARGE}. */
    public LeftPart.Why why() {
        return why;
    }
}
