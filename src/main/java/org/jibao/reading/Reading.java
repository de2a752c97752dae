package org.jibao.reading;

import org.jibao.finding.Finding;
import org.jibao.inbox.InboxFile;

/** What came of reading one file. */
public sealed interface Reading {

    InboxFile file();

    /** The file holds a return. */
    record Read(ReturnDocument document) implements Reading {
        @Override
        public InboxFile file() {
            return document.file();
        }
    }

    /** The file cannot be read, or does not say whose it is and for when. */
    record Rejected(InboxFile file, Finding reason) implements Reading {}
}
