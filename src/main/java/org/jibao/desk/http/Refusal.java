package org.jibao.desk.http;

/** Why a request is not answered, and with which status. */
public enum Refusal {
    /**
     * Asked for under another name than the one that was given out: a page elsewhere may have taken this address over.
     */
    WRONG_HOST(421),
    /** Sent by a page of another place. */
    WRONG_ORIGIN(403),
    /** The form carries no token of this session, or an old one. */
    WRONG_TOKEN(403),
    /** The first address was used before, or belongs to a desk that has ended. */
    USED_ADDRESS(401),
    /** The browser has not come by the first address. */
    NO_SESSION(401),
    NO_SUCH_PAGE(404),
    WRONG_METHOD(405),
    TOO_LARGE(413),
    /** What was sent ended too early, or is not what a form sends. */
    BROKEN_OFF(400),
    TOO_MANY(503),
    OWN_FAULT(500);

    private final int status;

    Refusal(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }
}
