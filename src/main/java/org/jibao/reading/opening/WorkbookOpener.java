package org.jibao.reading.opening;

import org.jibao.inbox.InboxFile.Container;
import org.jibao.inbox.Limits;
import org.jibao.reading.workbook.LimitExceededException;
import org.jibao.reading.workbook.ReadProgress;
import org.jibao.reading.workbook.SourceFile;
import org.jibao.reading.workbook.UnreadableException;
import org.jibao.reading.workbook.WorkbookCells;

/**
 * Reads a file of any kind that is read. What libraries open that were not made for strangers' files is read in a process apart, and
 * so is what has stopped this one. Nothing outside knows which library does it.
 */
public final class WorkbookOpener {

    private final WorkbookReader here;
    private final ApartReader apart;

    public WorkbookOpener(Limits limits, ReadProgress progress, ApartReader apart) {
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
    public WorkbookCells open(SourceFile source, boolean suspect) throws UnreadableException {
        boolean byPoi = source.file().container() == Container.OLE2;
        return suspect || byPoi ? apart.open(source) : here.read(source);
    }
}
