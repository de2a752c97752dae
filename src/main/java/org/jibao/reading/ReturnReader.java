package org.jibao.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BooleanSupplier;
import org.jibao.calendar.Period;
import org.jibao.definition.FileNamePattern;
import org.jibao.definition.FormDefinition;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.RegisterForm;
import org.jibao.definition.Unit;
import org.jibao.finding.Finding;
import org.jibao.finding.FindingCode;
import org.jibao.finding.Place;
import org.jibao.finding.ReturnSlip;
import org.jibao.guard.PersonalNumbers;
import org.jibao.inbox.InboxFile;
import org.jibao.inbox.InboxFile.ListLines;
import org.jibao.inbox.Limits;
import org.jibao.inbox.Unreadable;
import org.jibao.reading.content.DocumentBuilder;
import org.jibao.reading.content.FieldValues;
import org.jibao.reading.content.ReturnDocument;
import org.jibao.reading.identity.Claims.CoverValue;
import org.jibao.reading.identity.Identity;
import org.jibao.reading.identity.IdentityReader;
import org.jibao.reading.identity.OwnerReader;
import org.jibao.reading.identity.Rejection;
import org.jibao.reading.identity.UnitNames;
import org.jibao.reading.layout.PreparedForm;
import org.jibao.reading.meaning.CellSemantics;
import org.jibao.reading.opening.ApartReader;
import org.jibao.reading.opening.WorkbookOpener;
import org.jibao.reading.workbook.LimitExceededException;
import org.jibao.reading.workbook.OneLargeFile;
import org.jibao.reading.workbook.ReadProgress;
import org.jibao.reading.workbook.SheetCells;
import org.jibao.reading.workbook.SourceFile;
import org.jibao.reading.workbook.UnreadableException;
import org.jibao.reading.workbook.WorkbookCells;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads returns of one job. May be used by any number of threads. Never throws for what lies in a file. */
public final class ReturnReader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReturnReader.class);

    private final WorkbookOpener opener;
    private final ApartReader apart;

    /** A file that exhausted the memory is read again alone: another file may have used it. */
    private final ReadWriteLock memory = new ReentrantReadWriteLock();

    private final Path temporary;
    private final FileNamePattern names;
    private final IdentityReader identities;
    private final OwnerReader owners;
    private final CellSemantics semantics;
    private final UnitNames units;
    private final List<PreparedForm> forms;
    private final ListFiles lists;
    private final ListFiles.LastOpened lastOpened = new ListFiles.LastOpened();
    private final Map<String, List<FieldValues>> fieldValues = new HashMap<>();

    public ReturnReader(JobDefinition job, Limits limits) {
        this(job, limits, Path.of(System.getProperty("java.io.tmpdir")), ReadProgress.NOBODY, () -> false);
    }

    /**
     * @param temporary the folder for entries that are too many to be held; made when it is needed
     * @param progress is told how far a long sheet has been read
     * @param stopAsked whether the run is to stop, and a file that is read in a process apart is to be let go
     */
    public ReturnReader(
            JobDefinition job, Limits limits, Path temporary, ReadProgress progress, BooleanSupplier stopAsked) {
        this(job, limits, temporary, progress, stopAsked, null);
    }

    /** @param ofRun the period of returns that say none, where the job lets the run say it; or null */
    public ReturnReader(
            JobDefinition job,
            Limits limits,
            Path temporary,
            ReadProgress progress,
            BooleanSupplier stopAsked,
            @Nullable Period ofRun) {
        this(job, limits, temporary, progress, new ApartReader(limits, progress, stopAsked), ofRun);
    }

    public ReturnReader(JobDefinition job, Limits limits, Path temporary, ReadProgress progress, ApartReader apart) {
        this(job, limits, temporary, progress, apart, null);
    }

    private ReturnReader(
            JobDefinition job,
            Limits limits,
            Path temporary,
            ReadProgress progress,
            ApartReader apart,
            @Nullable Period ofRun) {
        this.names = job.fileName();
        this.apart = apart;
        this.opener = new WorkbookOpener(limits, progress, apart);
        this.temporary = temporary;
        this.units = new UnitNames(job);
        this.identities = new IdentityReader(job, units, ofRun);
        this.semantics = new CellSemantics(job.zone());
        this.owners = new OwnerReader(job);
        this.lists = new ListFiles(job, identities, units);
        this.forms = job.forms().stream().map(PreparedForm::of).toList();
        for (FormDefinition form : job.forms()) {
            if (form instanceof RegisterForm register) {
                List<FieldValues> values =
                        register.fields().stream().map(FieldValues::new).toList();
                fieldValues.put(register.id(), values);
            }
        }
    }

    /**
     * Reads one file; what is wrong with it comes back as findings, or as the reason why there is no return.
     *
     * @throws org.jibao.reading.apart.StoppedException where the run is to stop and the file was being read in a
     *     process apart
     */
    public Reading read(InboxFile file) {
        return read(file, false);
    }

    /**
     * Reads a file as if it said to be this unit's return of this period: a job that is being drafted is tried so on
     * the form that it was drafted from.
     */
    public Reading readAs(InboxFile file, Unit unit, Period period) {
        Finding defect = defect(file);
        if (defect != null) {
            return rejected(file, defect);
        }
        memory.readLock().lock();
        try {
            WorkbookCells workbook = opener.open(new SourceFile(file, bytes(file)), false);
            DocumentBuilder builder = new DocumentBuilder(fieldValues, semantics, units, temporary);
            locate(builder, file, workbook);
            return new Reading.Read(builder.build(file, new Identity(unit, period, "")));
        } catch (UnreadableException e) {
            return rejected(file.withoutBytes(), e.reason());
        } catch (LimitExceededException e) {
            return rejected(file, e.reason());
        } catch (OutOfMemoryError | StackOverflowError | LinkageError e) {
            log(file, e);
            return rejected(file, Unreadable.stopped(file.sha256()));
        } finally {
            OneLargeFile.leave();
            memory.readLock().unlock();
        }
    }

    /** The same of a file during whose reading the program once ended: in a process apart. */
    public Reading readSuspect(InboxFile file) {
        return read(file, true);
    }

    /** A package of an office holds returns, and is none. */
    private static @Nullable Finding defect(InboxFile file) {
        return file.container() == InboxFile.Container.PACKAGE
                ? Finding.of(FindingCode.FILE_NOT_WORKBOOK, Place.FILE, "", null, "ZIP")
                : file.defect();
    }

    /**
     * Where the memory or the stack of this process does not suffice, another may do better; if it does not, it is
     * rejected.
     */
    private Reading read(InboxFile file, boolean suspect) {
        Finding defect = defect(file);
        if (defect != null) {
            return rejected(file, defect);
        }
        Reading reading = tried(file, suspect, memory.readLock());
        reading = reading == null ? tried(file, true, memory.writeLock()) : reading;
        return reading == null ? rejected(file, Unreadable.stopped(file.sha256())) : reading;
    }

    /**
     * Null where the memory or the stack did not suffice. A class whose loading that broke off cannot be used any more.
     */
    private @Nullable Reading tried(InboxFile file, boolean suspect, Lock turn) {
        turn.lock();
        try {
            return readOnce(file, suspect);
        } catch (OutOfMemoryError | StackOverflowError | LinkageError e) {
            log(file, e);
            return null;
        } finally {
            turn.unlock();
        }
    }

    /**
     * The returns in a file: of a list one for each unit and period in it, of any other the file itself. A list that
     * cannot be taken apart is one file, too: reading it says why.
     */
    public List<InboxFile> apart(InboxFile file) {
        if (!lists.any() || defect(file) != null || file.size() > InboxFile.LARGE) {
            return List.of(file);
        }
        memory.readLock().lock();
        try {
            WorkbookCells workbook = opener.open(new SourceFile(file, bytes(file)), false);
            DocumentBuilder builder = new DocumentBuilder(fieldValues, semantics, units, temporary);
            List<CoverValue> cover = locate(builder, file, workbook);
            List<InboxFile> parts = lists.apart(file, workbook.properties(), cover, builder.lines());
            return parts.isEmpty() ? List.of(file) : parts;
        } catch (UnreadableException | LimitExceededException saidWhenItIsRead) {
            return List.of(file);
        } catch (OutOfMemoryError | StackOverflowError | LinkageError e) {
            log(file, e);
            return List.of(file);
        } finally {
            OneLargeFile.leave();
            memory.readLock().unlock();
        }
    }

    private Reading readOnce(InboxFile file, boolean suspect) {
        ListLines lines = file.line();
        if (lines != null) {
            return readLines(file, lines, suspect);
        }
        boolean large = file.size() > InboxFile.LARGE
                && (file.container() == InboxFile.Container.OOXML || file.container() == InboxFile.Container.CSV);
        try {
            Reading reading = read(new SourceFile(file, large ? null : bytes(file)), suspect);
            return large ? unchanged(reading) : reading;
        } catch (UnreadableException e) {
            log(file, e);
            return rejected(file.withoutBytes(), e.reason());
        } finally {
            OneLargeFile.leave();
        }
    }

    private Reading readLines(InboxFile file, ListLines lines, boolean suspect) {
        try {
            WorkbookCells workbook = ListFiles.only(opened(lines, suspect), lines.lines());
            DocumentBuilder builder = new DocumentBuilder(fieldValues, semantics, units, temporary);
            List<CoverValue> cover = locate(builder, file, workbook);
            Identity identity =
                    lists.identity(lines.whole(), workbook.properties(), cover, builder.only(lines.lines()));
            return new Reading.Read(builder.build(file, identity));
        } catch (UnreadableException e) {
            log(file, e);
            return rejected(file.withoutBytes(), e.reason());
        } catch (LimitExceededException e) {
            return rejected(file, e.reason());
        } catch (Rejection e) {
            return new Reading.Rejected(file, e.reason(), owners.of(file, e.claims()));
        } finally {
            OneLargeFile.leave();
        }
    }

    private WorkbookCells opened(ListLines lines, boolean suspect) throws UnreadableException {
        synchronized (lastOpened) {
            WorkbookCells cells = lastOpened.of(lines);
            if (cells == null) {
                cells = opener.open(new SourceFile(lines.whole(), bytes(lines.whole())), suspect);
                lastOpened.keep(lines, cells);
            }
            return cells;
        }
    }

    private List<CoverValue> locate(DocumentBuilder builder, InboxFile file, WorkbookCells workbook) {
        boolean sheetNamesCount = file.container() != InboxFile.Container.CSV;
        return builder.locate(forms, sheetsOfTheUnit(workbook), sheetNamesCount);
    }

    private Reading read(SourceFile source, boolean suspect) {
        InboxFile file = source.file();
        try {
            WorkbookCells workbook = opener.open(source, suspect);
            return new Reading.Read(document(file, workbook));
        } catch (UnreadableException e) {
            log(file, e);
            return rejected(e.mayBeReadLater() ? file.withoutBytes() : file, e.reason());
        } catch (LimitExceededException e) {
            return rejected(file, e.reason());
        } catch (Rejection e) {
            return new Reading.Rejected(file, e.reason(), owners.of(file, e.claims()));
        }
    }

    /** Ends the process apart, if there is one. */
    @Override
    public void close() {
        apart.close();
    }

    /**
     * What stopped the reading, for whoever looks into it: which exceptions, and where. Their words may quote a cell.
     */
    private static void log(InboxFile file, UnreadableException stopped) {
        LOG.atInfo()
                .addKeyValue("event", "file-unreadable")
                .addKeyValue("file", PersonalNumbers.masked(file.name()))
                .addKeyValue("finding", stopped.reason().code())
                .addKeyValue("causes", stopped.causes())
                .log("file unreadable");
    }

    private static void log(InboxFile file, Error fault) {
        StackTraceElement[] trace = fault.getStackTrace();
        LOG.atWarn()
                .addKeyValue("event", "reading-stopped")
                .addKeyValue("file", file.name())
                .addKeyValue("sha256", file.sha256())
                .addKeyValue("kind", fault.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]))
                .log("memory or stack do not suffice for a file");
    }

    private Reading.Rejected rejected(InboxFile file, Finding reason) {
        return new Reading.Rejected(file, reason, owners.of(file));
    }

    /** A file that was read from where it lies is compared with its fingerprint afterwards. */
    private static Reading unchanged(Reading reading) throws UnreadableException {
        UnreadableException changed;
        try {
            if (reading.file().unchanged()) {
                return reading;
            }
            changed = new UnreadableException(
                    FindingCode.FILE_CHANGED_WHILE_READ,
                    new IOException(reading.file().name()));
        } catch (IOException e) {
            changed = new UnreadableException(Unreadable.of(e).finding(), e);
        }
        if (reading instanceof Reading.Read read) {
            read.document().entries().close();
        }
        throw changed;
    }

    private ReturnDocument document(InboxFile file, WorkbookCells workbook) throws Rejection, UnreadableException {
        DocumentBuilder builder = new DocumentBuilder(fieldValues, semantics, units, temporary);
        List<CoverValue> cover = locate(builder, file, workbook);
        if (lists.any()) {
            // A list comes whole only where it could not be taken apart.
            if (file.size() > InboxFile.LARGE) {
                throw new LimitExceededException("packed-size", InboxFile.LARGE, file.size());
            }
            lists.apart(file, workbook.properties(), cover, builder.lines());
            throw lists.notRead();
        }
        try {
            Identity identity = identities.read(file.name(), workbook.properties(), cover);
            if (!names.fitsPath(file.name())) {
                builder.note(Finding.of(FindingCode.PATH_UNMATCHED, Place.FILE, "path", null, file.name()));
            }
            return builder.build(file, identity);
        } catch (Rejection e) {
            Finding twice = builder.saidTwice(e.reason());
            throw (twice == null ? e : e.because(twice)).of(identities.claims(workbook.properties(), cover));
        }
    }

    /** A return slip is sent back with our own list in front, which quotes the labels of the forms. */
    private static List<SheetCells> sheetsOfTheUnit(WorkbookCells workbook) {
        return workbook.sheets().stream()
                .filter(sheet -> !ReturnSlip.isList(sheet.name()))
                .toList();
    }

    /** The bytes that were fingerprinted, or none: a file that changes under way would be stored under a false hash. */
    private static byte[] bytes(InboxFile file) throws UnreadableException {
        byte[] bytes;
        try {
            bytes = file.packed() != null || Files.size(file.path()) == file.size() ? file.bytes() : new byte[0];
        } catch (IOException e) {
            throw new UnreadableException(Unreadable.of(e).finding(), e);
        }
        if (!sha256(bytes).equals(file.sha256())) {
            throw new UnreadableException(FindingCode.FILE_CHANGED_WHILE_READ, new IOException(file.name()));
        }
        return bytes;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
