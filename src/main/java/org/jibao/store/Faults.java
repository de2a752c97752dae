package org.jibao.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jibao.finding.Cause;
import org.jibao.finding.Text;
import org.jspecify.annotations.Nullable;

/**
 * Turns what the engine says into what an operator can act on. The engine gives no SQLState, so its words are matched.
 */
public final class Faults {

    private static final Pattern STATEMENT = Pattern.compile(
            "(parser|binder|catalog|conversion|out of range|invalid input|invalid type|mismatch type|not implemented|syntax|constraint|permission|interrupt|invalid configuration) error");
    private static final Pattern HOLDER = Pattern.compile("\\(PID (\\d+)\\)");

    private final Path store;

    public Faults(Path store) {
        this.store = store;
    }

    public StoreException opening(SQLException e) {
        String words = words(e);
        if (words.contains("could not set lock")) {
            return locked(e);
        }
        if (words.contains("replaying wal")) {
            return damaged(e);
        }
        if (words.contains("newer version") || words.contains("version number")) {
            return newerEngine(e);
        }
        if (words.contains("is a directory")) {
            return folder(e);
        }
        return Cause.of(e).map(cause -> machine(cause, e)).orElseGet(() -> damaged(e));
    }

    /** A statement that the engine refused, while the store itself was open. */
    public StoreException running(SQLException e) {
        Optional<Cause> cause = Cause.of(e);
        if (cause.isPresent()) {
            return machine(cause.get(), e);
        }
        String words = words(e);
        if (words.contains("out of memory")) {
            return outOfMemory(e);
        }
        if (words.contains("corrupt") || words.contains("checksum")) {
            return damaged(e);
        }
        return STATEMENT.matcher(words).find() ? refused(e) : unforeseen(e);
    }

    private StoreException machine(Cause cause, SQLException e) {
        return switch (cause) {
            case DISK_FULL -> diskFull(e);
            case DENIED, READ_ONLY -> notWritable(e);
            default -> because(cause, e);
        };
    }

    /** What the engine says of a text that it was given, not of its own state. */
    private StoreException refused(SQLException e) {
        return new StoreException(
                new Text(
                        "数据库 %s 未能执行语句：%s。未提交的改动已撤销；请核对所用的 SQL 或任务文件夹后重试".formatted(store, firstLine(e)),
                        "the store %s refused a statement: %s. Nothing of it was kept; check the SQL or the job folder and run again"
                                .formatted(store, firstLine(e))),
                e);
    }

    private StoreException unforeseen(SQLException e) {
        return new StoreException(
                new Text(
                        "数据库引擎未能完成工作（%s）：%s。未提交的改动已撤销，已提交的内容完好；请用同一命令继续；若再次发生，请连同日志一起报告".formatted(store, firstLine(e)),
                        "the database engine could not do its work on the store %s: %s. Nothing of it was kept and what was committed is intact; go on with the same command, and if it happens again, please report it with the log"
                                .formatted(store, firstLine(e))),
                e);
    }

    private StoreException because(Cause cause, SQLException e) {
        return new StoreException(
                new Text(
                        "数据库 %s 未能写完：%s（%s）。已提交的内容完好；%s"
                                .formatted(
                                        store,
                                        cause.why().zh(),
                                        firstLine(e),
                                        cause.cure().zh()),
                        "the store %s could not be written: %s (%s). What was committed is intact; %s"
                                .formatted(
                                        store,
                                        cause.why().en(),
                                        firstLine(e),
                                        cause.cure().en())),
                e);
    }

    public static boolean saysLocked(StoreException e) {
        return String.valueOf(e.getCause()).toLowerCase(Locale.ROOT).contains("could not set lock");
    }

    /** The engine would go on without what it cannot read, and never say so. */
    StoreException damagedLog(Path log) {
        String zh = "预写日志 %s 中间有一处损坏，其后还有完好的提交".formatted(log.getFileName());
        String en = "its log %s is damaged in the middle, intact commits follow".formatted(log.getFileName());
        return damaged(new Text(zh, en), null);
    }

    public StoreException newer(int found, int known) {
        return new StoreException(
                new Text(
                        "数据库 %s 的版本是 %d，本程序最高支持 %d：它由更新版本的 Jibao 写成。请改用新版程序，或用 --store 指定另一个数据库；该文件未被改动"
                                .formatted(store, found, known),
                        "the store %s is of version %d, this program knows up to %d: a newer Jibao wrote it. Use that newer program, or name another store with --store; the file was not touched"
                                .formatted(store, found, known)),
                null);
    }

    public StoreException foreign() {
        return new StoreException(
                new Text(
                        "%s 是 DuckDB 数据库，但不是 Jibao 的：其中没有 intake.store_version。请用 --store 指定正确的文件；该文件未被改动"
                                .formatted(store),
                        "%s is a DuckDB database but not one of Jibao's: it has no intake.store_version. Name the right file with --store; the file was not touched"
                                .formatted(store)),
                null);
    }

    /** What no run of ours has written; its name is the only thing that is said of it. */
    StoreException foreignParameters(String type) {
        String shown = type.replaceAll("[^\\w.$]", "?");
        String name = shown.substring(0, Math.min(80, shown.length()));
        return new StoreException(
                new Text(
                        "数据库 %s 的运行参数里有不是 Jibao 写入的类型（%s）：它可能被人改过。本次没有使用它；请用 jibao restore 恢复来源可信的备份"
                                .formatted(store, name),
                        "the store %s has a parameter of a run of a type that Jibao never writes (%s): somebody may have changed it. It was not used; restore a backup whose origin you know with `jibao restore`"
                                .formatted(store, name)),
                null);
    }

    StoreException engineNotLoaded(LinkageError e) {
        String folder = System.getProperty("java.io.tmpdir");
        Throwable why = e.getCause() == null ? e : e.getCause();
        return new StoreException(
                new Text(
                        "无法启动数据库引擎：%s。它要解压到临时目录 %s，约需 100 MB：请检查该目录是否存在、可写、有空间，或用 JIBAO_OPTS=-Djava.io.tmpdir=目录 另指；数据库 %s 未被改动"
                                .formatted(why, folder, store),
                        "the database engine cannot be started: %s. It is unpacked into the temporary folder %s and takes about 100 MB: check that the folder exists, can be written and has room, or name another with JIBAO_OPTS=-Djava.io.tmpdir=FOLDER; the store %s was not touched"
                                .formatted(why, folder, store)),
                e);
    }

    StoreException cannotCreate(Exception e) {
        return new StoreException(
                new Text(
                        "无法建立数据库 %s：%s。请检查目录是否存在、可写，磁盘是否有空间，然后重试".formatted(store, e),
                        "the store %s cannot be created: %s. Check that its folder exists, can be written and has space, then run again"
                                .formatted(store, e)),
                e);
    }

    private StoreException locked(SQLException e) {
        Matcher matcher = HOLDER.matcher(String.valueOf(e.getMessage()));
        String holder = matcher.find() ? matcher.group(1) : "?";
        return new StoreException(
                new Text(
                        "数据库 %s 正由另一个程序使用（进程号 %s）：同一时间只能有一个程序写入。请等它结束，或用“ps -p %s”查看，然后重试"
                                .formatted(store, holder, holder),
                        "the store %s is in use by another process (PID %s): only one at a time may open it. Wait for it to end, or see what it is with `ps -p %s`, then run again"
                                .formatted(store, holder, holder)),
                e);
    }

    private StoreException newerEngine(SQLException e) {
        return new StoreException(
                new Text(
                        "数据库 %s 由更新的 DuckDB 写成：%s。请改用更新的程序；该文件未被改动".formatted(store, firstLine(e)),
                        "the store %s was written by a newer DuckDB: %s. Use a newer program; the file was not touched"
                                .formatted(store, firstLine(e))),
                e);
    }

    private StoreException notWritable(SQLException e) {
        return new StoreException(
                new Text(
                        "无法写入数据库 %s：%s。请检查文件和目录的权限后重试".formatted(store, firstLine(e)),
                        "the store %s cannot be written: %s. Check the rights of the file and its folder, then run again"
                                .formatted(store, firstLine(e))),
                e);
    }

    private StoreException folder(SQLException e) {
        return new StoreException(
                new Text(
                        "%s 是目录，不是数据库文件。请用 --store 写出文件名，如 data/jibao.duckdb".formatted(store.toAbsolutePath()),
                        "%s is a folder, not a store. Name a file with --store, such as data/jibao.duckdb"
                                .formatted(store.toAbsolutePath())),
                e);
    }

    private StoreException diskFull(SQLException e) {
        return new StoreException(
                new Text(
                        "数据库 %s 所在磁盘已满：%s。已提交的内容完好；请腾出空间后用同一命令继续".formatted(store, firstLine(e)),
                        "the disk that holds the store %s is full: %s. What was committed is intact; make room and go on with the same command"
                                .formatted(store, firstLine(e))),
                e);
    }

    private StoreException outOfMemory(SQLException e) {
        return new StoreException(
                new Text(
                        "数据库 %s 的内存上限不够：%s。已提交的内容完好；请用同一命令继续；若再次发生，请连同文件数量一起报告".formatted(store, firstLine(e)),
                        "the store %s ran into its memory limit: %s. What was committed is intact; go on with the same command, and if it happens again, please report it with the number of files"
                                .formatted(store, firstLine(e))),
                e);
    }

    private StoreException damaged(SQLException e) {
        return damaged(Text.same(firstLine(e)), e);
    }

    /** What to put in its place is named where it is there: whoever reads this needs it now. */
    private StoreException damaged(Text why, @Nullable SQLException e) {
        Text cure = new BackupFolder(store, BackupFolder.usual(store))
                .newest()
                .map(Faults::restore)
                .orElse(
                        new Text(
                                "再换上备份，或把同目录下的快照（.snapshot.duckdb）复制到这里，或重新收取",
                                "put a backup or a copy of the snapshot beside it (.snapshot.duckdb) in its place, or collect again"));
        return new StoreException(
                new Text(
                        "数据库 %s 无法读取，可能已损坏，或不是 季报的数据库：%s。请先核对 --store；文件若确已损坏，请移到别处保存，%s"
                                .formatted(store, why.zh(), cure.zh()),
                        "the store %s cannot be read, it may be damaged or no store at all: %s. Check --store first. Keep a damaged file elsewhere; %s"
                                .formatted(store, why.en(), cure.en())),
                e);
    }

    private static Text restore(BackupFolder.Entry backup) {
        String asOf = BackupFolder.toTheMinute(backup.asOf());
        return new Text(
                "最近的备份是 %s（截至 %s），用“jibao restore %s”恢复，它会把现有文件改名保留".formatted(backup.file(), asOf, backup.file()),
                "the newest backup is %s, as of %s: `jibao restore %s` puts it in place and keeps the present file under another name"
                        .formatted(backup.file(), asOf, backup.file()));
    }

    private static String words(SQLException e) {
        return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    }

    static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
