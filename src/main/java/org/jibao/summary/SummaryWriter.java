package org.jibao.summary;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jibao.finding.Text;
import org.jibao.workbook.Typefaces;
import org.jibao.workbook.WorkbookFile;

/** Writes the summary workbook of one period in one language. */
public final class SummaryWriter {

    /**
     * Writes the workbook; the same request gives the same bytes.
     *
     * @param target is replaced; give a temporary name and move it into place
     * @return what the operator must know about the machine, such as a missing typeface; empty when all is well
     */
    public List<Text> write(SummaryRequest request, Path target) throws IOException {
        Typefaces typefaces = Typefaces.load();
        WorkbookFile.write(new WorkbookComposer(request, typefaces.typeface()).compose(), target);
        return typefaces.warnings();
    }
}
