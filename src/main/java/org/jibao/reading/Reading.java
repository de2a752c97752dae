package org.jibao.reading;

import org.jibao.finding.Finding;
import org.jibao.inbox.InboxFile;
import org.jibao.reading.content.ReturnDocument;
import org.jibao.reading.identity.Owner;
import org.jibao.reading.workbook.Masked;
import org.jspecify.annotations.Nullable;

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

    /**
     * The file cannot be read, or does not say whose it is and for when.
     *
     * @param owner whose it is all the same, by what can be read of it, its name and its folder; or null
     */
    record Rejected(
            InboxFile file, Finding reason, @Nullable Owner owner) implements Reading {

        public Rejected {
            reason = Masked.of(reason);
        }

        /** One that is nobody's. */
        public Rejected(InboxFile file, Finding reason) {
            this(file, reason, null);
        }
    }
}
