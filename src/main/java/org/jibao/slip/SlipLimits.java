package org.jibao.slip;

import java.util.Optional;
import org.jibao.inbox.ZipPackage;

/**
 * Up to which size a workbook is marked. Marking holds the whole of it as objects, some twenty times as large as its XML; a
 * run has 512 MiB.
 */
public final class SlipLimits {

    private static final long MEBIBYTE = 1024L * 1024L;
    private static final long MARKUP = 6 * MEBIBYTE;
    private static final long UNPACKED = 32 * MEBIBYTE;
    private static final long COMPOUND = 6 * MEBIBYTE;

    /** What is judged by {@code Limits} when the slip comes back, less the list. */
    private static final int SHEETS = 63;

    private SlipLimits() {}

    /** Why an Office Open XML package is not marked, if it is not. */
    public static Optional<String> refusal(ZipPackage archive) {
        long markup = 0;
        long unpacked = 0;
        int sheets = 0;
        for (String name : archive.names()) {
            long size = Math.max(0, archive.unpackedSize(name));
            unpacked += size;
            markup += name.endsWith(".xml") || name.endsWith(".vml") ? size : 0;
            sheets += name.startsWith("xl/worksheets/") && name.endsWith(".xml") ? 1 : 0;
        }
        if (markup > MARKUP || unpacked > UNPACKED) {
            return Optional.of(tooLarge(Math.max(markup, unpacked)));
        }
        return sheets > SHEETS ? Optional.of("工作表已有 " + sheets + " 张，加不下说明页") : Optional.empty();
    }

    /** The same of an {@code .xls}. */
    public static Optional<String> refusal(long bytes) {
        return bytes > COMPOUND ? Optional.of(tooLarge(bytes)) : Optional.empty();
    }

    private static String tooLarge(long bytes) {
        return "内容太多（展开后约 " + Math.max(1, bytes / MEBIBYTE) + " MB）";
    }
}
