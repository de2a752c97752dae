package org.jibao.slip;

import java.io.IOException;
import org.jibao.slip.SlipWriter.Written;

/**
 * A slip that should be.
 *
 * @param stem its name without the ending
 * @param digest over everything that decides what it says
 * @param file the received file that it answers, and its SHA-256
 * @param writing makes it
 */
record SlipDraft(String stem, String digest, String file, String sha256, Writing writing) {

    /** Makes one slip. */
    @FunctionalInterface
    interface Writing {
        Written written() throws IOException;
    }
}
