package org.jibao.inbox;

import java.nio.file.Path;
import org.jibao.finding.Text;

/** What is said of a register of receipt that cannot be read whole. None of it ends a run. */
final class RegisterMistake {

    /** Of what a line says, so much is quoted. */
    private static final int QUOTED = 60;

    private RegisterMistake() {}

    /** @param line 1-based, the header being line 1 */
    static Text line(Path file, int line, Text message) {
        return new Text(
                "%s 第 %d 行：%s；这一行不作数，所写文件按自身的修改时间计。请更正该行".formatted(file, line, message.zh()),
                "%s line %d: %s; the line counts for nothing, and the file in it is dated by its own time of last change. Correct the line"
                        .formatted(file, line, message.en()));
    }

    static Text more(Path file, int lines) {
        return new Text(
                "%s 另有 %d 行读不懂".formatted(file, lines),
                "%s: lines that cannot be understood beside these: %d".formatted(file, lines));
    }

    static Text whole(Path file, Text message) {
        return new Text(
                "没有采用 %s：%s；各文件按自身的修改时间计，也没有发件人。请更正后重新收取以后的文件".formatted(file, message.zh()),
                "%s is not used: %s; every file is dated by its own time of last change and has no sender. Put it right before more files come"
                        .formatted(file, message.en()));
    }

    static Text absent() {
        return new Text("没有这个文件", "there is no such file");
    }

    static Text noFile() {
        return new Text("它不是普通文件", "it is not a regular file");
    }

    static Text unreadable() {
        return new Text("无法读取，请检查权限", "it cannot be read; check its rights");
    }

    static Text tooLarge(long bytes) {
        return new Text(
                "超过 %d MiB；只须留下仍在收件箱中的文件的行".formatted(bytes >> 20),
                "it is larger than %d MiB; only the lines of files that still lie in the inbox are needed"
                        .formatted(bytes >> 20));
    }

    static Text tooManyLines(int lines) {
        return new Text(
                "超过 %d 行；只须留下仍在收件箱中的文件的行".formatted(lines),
                "it has more than %d lines; only those of files that still lie in the inbox are needed"
                        .formatted(lines));
    }

    static Text inInbox() {
        return new Text("它在收件箱里，谁都可以放进来", "it lies in the inbox, where anybody's files fall");
    }

    static Text header(String line) {
        return new Text(
                "首行应为“file,received_at”或“file,received_at,sender”，现为“%s”".formatted(quoted(line)),
                "the first line must be \"file,received_at\" or \"file,received_at,sender\", it is \"%s\""
                        .formatted(quoted(line)));
    }

    static Text columns() {
        return new Text(
                "应有文件名、收到时间，以及（若首行有）发件人",
                "must have the file, when it was received, and the sender where the first line has it");
    }

    static Text quote() {
        return new Text("引号没有成对，无法分栏", "a quotation mark has no partner");
    }

    static Text tooLong(int length) {
        return new Text("一行超过 %d 个字符".formatted(length), "is longer than %d characters".formatted(length));
    }

    static Text time(String text) {
        return new Text(
                "“%s”不是收到时间，应如 2026-10-09T16:30:00+08:00 或 2026/10/9 16:30".formatted(quoted(text)),
                "\"%s\" is no time of receipt such as 2026-10-09T16:30:00+08:00 or 2026/10/9 16:30"
                        .formatted(quoted(text)));
    }

    static Text contradicts(String file, int first) {
        return new Text(
                "文件“%s”在第 %d 行登记过，两行不同，都不作数".formatted(quoted(file), first),
                "\"%s\" is entered on line %d too and otherwise; neither counts".formatted(quoted(file), first));
    }

    /** One that lies where it would decide nothing but is taken for the register. */
    static Text misplaced(String name, Path place) {
        return new Text(
                "收件箱里的“%s”没有采用：收到时间和发件人不能由收件箱里的文件说了算。若是本单位登记的，请把各行移到 %s".formatted(name, place),
                "\"%s\" in the inbox is not used: what lies there cannot say when files came, nor from whom. If it is yours, move its lines to %s"
                        .formatted(name, place));
    }

    static String quoted(String text) {
        int end = text.offsetByCodePoints(0, Math.min(QUOTED, text.codePointCount(0, text.length())));
        return end < text.length() ? text.substring(0, end) + "…" : text;
    }
}
