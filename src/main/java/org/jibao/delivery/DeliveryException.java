package org.jibao.delivery;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jibao.finding.Text;

/** An output could not be put in its place: what, where, why and what to do next, in both languages. */
public final class DeliveryException extends IOException {
    private static final Text FULL = new Text("磁盘已满或超出配额", "the disk is full or its quota is used up");
    private static final Text FULL_CURE = new Text("请腾出空间后重新运行", "free some space, then run again");
    private static final Text DENIED = new Text("没有写入权限", "there is no permission to write");
    private static final Text DENIED_CURE = new Text(
            "请检查文件夹的权限，或用 --out 另指一个可写的文件夹", "check the folder's permissions, or name a writable folder with --out");
    private static final Text READ_ONLY = new Text("磁盘只读", "the disk is read-only");
    private static final Text NOT_FOLDER = new Text("路径上有同名的文件，不是文件夹", "a file stands where a folder is needed");
    private static final Text NOT_FOLDER_CURE =
            new Text("请移走该文件，或用 --out 另指一个文件夹", "move that file away, or name another folder with --out");
    private static final Text FOLDER = new Text("那里有一个同名的文件夹", "a folder of that name stands there");
    private static final Text FOLDER_CURE = new Text("请移走那个文件夹后重新运行", "move that folder away, then run again");
    private static final Text NO_FOLDER =
            new Text("上级文件夹不存在，也无法建立", "the folder above it is not there and cannot be made");
    private static final Text IN_USE = new Text("文件正被其他程序打开", "the file is open in another program");
    private static final Text IN_USE_CURE =
            new Text("请关闭正在打开它的 Excel 或 WPS 后重新运行", "close the Excel or WPS that has it open, then run again");
    private static final Text OTHER_CURE = new Text("请检查磁盘和路径后重新运行", "check the disk and the path, then run again");

    private static final Text NO_NAME = new Text("文件系统不接受这个文件名", "the file system does not take this name");
    private static final Text NO_NAME_CURE =
            new Text("请用 --out 另指一个普通磁盘上的文件夹", "name a folder on an ordinary disk with --out");

    private final transient Text text;
    private final boolean concernsOneFile;

    private DeliveryException(Text text, IOException cause, boolean concernsOneFile) {
        super(text.en(), cause);
        this.text = text;
        this.concernsOneFile = concernsOneFile;
    }

    /** Whether it is this file that could not be written, by its name or as another program has it; another one may well be. */
    public boolean concernsOneFile() {
        return concernsOneFile;
    }

    /**
     * What to say of the one file that it concerns, where the others go on.
     *
     * @throws DeliveryException itself, where no other file would fare better
     */
    public Text ofOneFile() throws DeliveryException {
        if (!concernsOneFile) {
            throw this;
        }
        return text;
    }

    /** What went wrong at a place that is no outbox. */
    public static DeliveryException at(Path where, IOException cause) {
        return of(where, cause);
    }

    static DeliveryException of(Path where, IOException cause) {
        if (cause instanceof DeliveryException known) {
            return known;
        }
        Reason reason = Reason.of(cause);
        return told(where, reason, cause);
    }

    /** A folder has the name of the file that is to be written. */
    static DeliveryException folderInTheWay(Path where, IOException cause) {
        return told(where, new Reason(FOLDER, FOLDER_CURE), cause);
    }

    private static DeliveryException told(Path where, Reason reason, IOException cause) {
        return new DeliveryException(
                new Text(
                        "无法写入 " + where + "：" + reason.why().zh() + "。原有文件未受影响。"
                                + reason.cure().zh() + "。",
                        "Cannot write " + where + ": " + reason.why().en()
                                + ". What stood there before is untouched. To go on, "
                                + reason.cure().en() + "."),
                cause,
                List.of(FOLDER, IN_USE, NO_NAME).contains(reason.why()));
    }

    /** What, where, why and the next step. */
    public Text text() {
        return text;
    }

    /** Why it failed, as far as the system tells. */
    private record Reason(Text why, Text cure) {

        static Reason of(IOException cause) {
            String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
            if (message.contains("no space left")
                    || message.contains("not enough space")
                    || message.contains("quota")) {
                return new Reason(FULL, FULL_CURE);
            }
            if (message.contains("file name too long") || message.contains("invalid argument")) {
                return new Reason(NO_NAME, NO_NAME_CURE);
            }
            if (message.contains("read-only")) {
                return new Reason(READ_ONLY, DENIED_CURE);
            }
            if (message.contains("used by another process")) {
                return new Reason(IN_USE, IN_USE_CURE);
            }
            if (cause instanceof AccessDeniedException || message.contains("permission denied")) {
                return new Reason(DENIED, DENIED_CURE);
            }
            if (cause instanceof NoSuchFileException) {
                return new Reason(NO_FOLDER, DENIED_CURE);
            }
            if (cause instanceof FileAlreadyExistsException
                    || cause instanceof NotDirectoryException
                    || message.contains("not a directory")
                    || message.contains("is a directory")) {
                return new Reason(NOT_FOLDER, NOT_FOLDER_CURE);
            }
            return new Reason(Text.same(cause.toString()), OTHER_CURE);
        }
    }
}
