package org.jibao.delivery;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jibao.finding.Cause;
import org.jibao.finding.Text;

/** An output could not be put in its place: what, where, why and what to do next, in both languages. */
public final class DeliveryException extends IOException {
    private static final Text FOLDER = new Text("那里有一个同名的文件夹", "a folder of that name stands there");
    private static final Text FOLDER_CURE = new Text("请移走那个文件夹后重新运行", "move that folder away, then run again");
    private static final Text OTHER_CURE = new Text("请检查磁盘和路径后重新运行", "check the disk and the path, then run again");

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
                List.of(FOLDER, Cause.IN_USE.why(), Cause.NAME.why()).contains(reason.why()));
    }

    /** What, where, why and the next step. */
    public Text text() {
        return text;
    }

    /** Why it failed, as far as the system tells. */
    private record Reason(Text why, Text cure) {

        static Reason of(IOException failure) {
            return Cause.of(failure)
                    .map(cause -> new Reason(cause.why(), cause.cure()))
                    .orElseGet(() -> new Reason(Text.same(failure.toString()), OTHER_CURE));
        }
    }
}
