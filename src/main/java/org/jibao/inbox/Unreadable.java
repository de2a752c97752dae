package org.jibao.inbox;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import org.jibao.finding.Finding;
import org.jibao.finding.FindingCode;
import org.jibao.finding.Place;

/**
 * Why a file could not be read: the whole set of reasons that a person is given. What an exception says of itself goes to
 * the log only, without its words.
 */
public enum Unreadable {
    /** The program may not read the file. */
    RIGHTS,
    /** The file is no longer where it was. */
    GONE,
    /** The disk or the network gave an error. */
    DISK,
    /** A part of the package is damaged; argument {@code part}. */
    PART,
    /** A part of the package has a document type, which no workbook has; argument {@code part}. */
    DOCTYPE,
    /** A part is packed as no workbook is. */
    METHOD,
    /** Two parts have one name: which of them is meant cannot be told. */
    TWINS,
    /** A sheet is damaged below its first rows. */
    SHEET,
    /** The pieces of one row lie far apart in a long sheet, which is read row by row. */
    SCATTERED,
    /** The parts are whole and do not make a workbook together. */
    STRUCTURE,
    /** The records of an {@code .xls} do not make a workbook. */
    RECORDS,
    /** Reading it ended the process that read it, twice; argument {@code sha256}. */
    STOPPED,
    /** The process in which such files are read cannot be started. */
    STARTING,
    /** A fault of this program. */
    OURS;

    /** As it stands in findings. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Finding finding() {
        return Finding.of(FindingCode.FILE_UNREADABLE, Place.FILE, "", null, word());
    }

    /** Of a file with this fingerprint that stopped the program. */
    public static Finding stopped(String sha256) {
        return STOPPED.finding().with("sha256", sha256);
    }

    /** Of a failed access to the file itself. */
    public static Unreadable of(IOException access) {
        if (access instanceof AccessDeniedException) {
            return RIGHTS;
        }
        return access instanceof NoSuchFileException ? GONE : DISK;
    }

    /** Of a ZIP that is no whole one. */
    public static Finding damaged(ZipPackage.DamagedException damage) {
        if (damage instanceof ZipPackage.OversizedException oversized) {
            return oversized.reason();
        }
        return switch (damage.detail()) {
            case "zip-method" -> METHOD.finding();
            case "zip-twins" -> TWINS.finding();
            default -> Finding.of(FindingCode.FILE_TRUNCATED, Place.FILE, "", null, damage.detail());
        };
    }
}
