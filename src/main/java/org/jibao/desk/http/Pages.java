package org.jibao.desk.http;

import org.jibao.finding.Language;

/** Answers calls. Called from several threads. */
public interface Pages {

    /** @throws RefusedCall where there is no such page, or the call cannot be answered */
    Answer answer(Call call);

    /** The page that says why a request is not answered. */
    Answer refused(Refusal why, Language language);

    /**
     * A part of the program that every browser may see without a session, such as the style sheet; null where there is
     * none.
     */
    @org.jspecify.annotations.Nullable
    Answer asset(String name);
}
