package org.jibao.finding;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Why something could not be done for which neither the program nor a job folder is at fault: the machine's reasons, in words that an
 * operator knows. Java, the engine and the system say the same thing in many ways; this is the one place that knows them.
 */
public enum Cause {
    DISK_FULL(
            new Text("磁盘已满或超出配额", "the disk is full or its quota is used up"),
            new Text("请腾出空间后重新运行", "free some space, then run again"),
            "no space left",
            "not enough space",
            "out of disk",
            "quota"),
    FILE_SIZE(
            new Text("文件超过了系统允许的大小", "the file is larger than the system allows"),
            new Text(
                    "请提高本账号的文件大小上限（ulimit -f），或换一个文件系统（FAT32 的上限是 4 GB），然后重新运行",
                    "raise the account's limit of a file's size (ulimit -f) or use another file system (FAT32 ends at 4 GB), then run again"),
            "file too large",
            "filesize limit"),
    NAME(
            new Text("文件系统不接受这个文件名", "the file system does not take this name"),
            new Text("请用 --out 另指一个普通磁盘上的文件夹", "name a folder on an ordinary disk with --out"),
            "file name too long",
            "invalid argument"),
    READ_ONLY(
            new Text("磁盘只读", "the disk is read-only"),
            new Text(
                    "请检查文件夹的权限，或用 --out 另指一个可写的文件夹",
                    "check the folder's permissions, or name a writable folder with --out"),
            "read-only file system",
            "read-only"),
    IN_USE(
            new Text("文件正被其他程序打开", "the file is open in another program"),
            new Text("请关闭正在打开它的 Excel 或 WPS 后重新运行", "close the Excel or WPS that has it open, then run again"),
            "used by another process"),
    DENIED(
            new Text("没有写入权限", "there is no permission to write"),
            READ_ONLY.cure,
            "permission denied",
            "access is denied"),
    OPEN_FILES(
            new Text("打开的文件数达到了系统上限", "as many files are open as the system allows"),
            new Text("请提高本账号的上限（ulimit -n）后重新运行", "raise the account's limit (ulimit -n), then run again"),
            "too many open files"),
    DISK_FAULT(
            new Text("磁盘或网络读写出错", "the disk or the network failed"),
            new Text("请检查磁盘和网络连接后重新运行", "check the disk and the network, then run again"),
            "input/output error",
            "stale file handle",
            "transport endpoint"),
    NO_FOLDER(
            new Text("上级文件夹不存在，也无法建立", "the folder above it is not there and cannot be made"),
            READ_ONLY.cure,
            "no such file or directory"),
    NOT_FOLDER(
            new Text("路径上有同名的文件，不是文件夹", "a file stands where a folder is needed"),
            new Text("请移走该文件，或用 --out 另指一个文件夹", "move that file away, or name another folder with --out"),
            "not a directory",
            "is a directory"),
    HEAP(
            new Text("程序的内存上限不够用", "the program ran into its own limit of memory"),
            new Text(
                    "请用 JIBAO_OPTS=-Xmx1g 给它更多内存后重新运行；若再次发生，请连同文件数量一起报告",
                    "give it more with JIBAO_OPTS=-Xmx1g and run again; if it happens again, please report it with the number of files"),
            "java heap space",
            "gc overhead limit"),
    MACHINE_MEMORY(
            new Text("机器的内存不够用", "the machine has no memory left"),
            new Text(
                    "请关闭其他程序，或换一台内存更大的机器，然后重新运行",
                    "end other programs or use a machine with more memory, then run again"),
            "cannot allocate memory",
            "unable to create native thread",
            "native memory allocation",
            "direct buffer memory"),
    DEPTH(
            new Text("任务文件夹中有一处嵌套过深", "something in the job folder is nested too deeply"),
            new Text(
                    "请用 jibao verify 查找，并把过长的公式、列表或 SQL 拆成几步",
                    "look for it with jibao verify, and split the long formula, list or SQL into steps"));

    private final Text why;
    private final Text cure;
    private final List<String> signs;

    /** @param signs what a message has in it that means this, in lower case */
    Cause(Text why, Text cure, String... signs) {
        this.why = why;
        this.cure = cure;
        this.signs = List.of(signs);
    }

    /** The reason, without a full stop. */
    public Text why() {
        return why;
    }

    /** What to do about it, as an order. */
    public Text cure() {
        return cure;
    }

    /** The machine's reason behind a failure, whatever it is wrapped in; empty where it is another. */
    public static Optional<Cause> of(Throwable failure) {
        int links = 0;
        for (Throwable link = failure; link != null && links < 50; link = link.getCause()) {
            Optional<Cause> found = ofLink(link);
            if (found.isPresent()) {
                return found;
            }
            links++;
        }
        return Optional.empty();
    }

    private static Optional<Cause> ofLink(Throwable link) {
        if (link instanceof StackOverflowError) {
            return Optional.of(DEPTH);
        }
        Optional<Cause> told = isMachines(link) ? said(String.valueOf(link.getMessage())) : Optional.empty();
        if (told.isPresent()) {
            return told;
        }
        if (link instanceof OutOfMemoryError) {
            return Optional.of(HEAP);
        }
        if (link instanceof AccessDeniedException) {
            return Optional.of(DENIED);
        }
        if (link instanceof NoSuchFileException) {
            return Optional.of(NO_FOLDER);
        }
        boolean inTheWay = link instanceof FileAlreadyExistsException || link instanceof NotDirectoryException;
        return inTheWay ? Optional.of(NOT_FOLDER) : Optional.empty();
    }

    /** Whether its message is the system's or the engine's; the types of the engine's are the store's alone to know. */
    private static boolean isMachines(Throwable link) {
        return link instanceof IOException
                || link instanceof VirtualMachineError
                || link.getClass().getName().startsWith("java.sql.");
    }

    private static Optional<Cause> said(String message) {
        String words = message.toLowerCase(Locale.ROOT);
        for (Cause cause : values()) {
            if (cause.signs.stream().anyMatch(words::contains)) {
                return Optional.of(cause);
            }
        }
        return Optional.empty();
    }
}
