package org.jibao.reading;

import org.jibao.inbox.InboxFile.Container;
import org.jibao.inbox.Limits;

/**
 * Reads a file of any kind that is read. What libraries open that were not made for strangers' files is read in a process apart, and
 * so is what has stopped this one. Nothing outside knows which library does it.
 */
final class WorkbookOpener {

    private final WorkbookReader here;
    private final ApartReader apart;

    WorkbookOpener(Limits limits, RowsRead progress, ApartReader apart) {
        this.here = new WorkbookReader(limits, progress);
        this.apart = apart;
    }

    /**
     * Reads everything.
     *
     * @param suspect whether the file has stopped a reading, or may have
     * @throws UnreadableException where the file is damaged, locked or not what it seems
     * @throws LimitExceededException where it asks for more than one file may
     */
    WorkbookCells open(Source source, boolean suspect) throws UnreadableException {
        boolean byPoi = source.file().container() == Container.OLE2;
        return suspect || byPoi ? apart.open(source) : here.read(source);
    }
}
