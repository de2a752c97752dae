package org.jibao.status;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jibao.calendar.Deadline;
import org.jibao.definition.Unit.Contact;
import org.jibao.finding.Language;
import org.jibao.finding.Text;
import org.jibao.status.ChaseList.FirstError;
import org.jibao.status.ChaseList.History;
import org.jibao.status.ChaseList.Line;
import org.jibao.status.ChaseList.State;

/** The sentences and cells of a chase list, in one language. */
final class ChaseText {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);

    /** As often as this in eight periods, a unit is named in the head. */
    private static final int UNRELIABLE = 2;

    private final ChaseRequest request;
    private final Language language;

    ChaseText(ChaseRequest request) {
        this.request = request;
        this.language = request.language();
    }

    String say(Text text, Object... arguments) {
        return arguments.length == 0 ? text.in(language) : String.format(Locale.ROOT, text.in(language), arguments);
    }

    /** What an officer has to know before the first call. */
    List<String> headlines() {
        ChaseList list = request.list();
        if (list.lines().isEmpty()) {
            return List.of(say(ChaseWords.NOBODY, list.expected(), list.late()));
        }
        String counts = say(
                ChaseWords.COUNTS,
                list.expected(),
                list.accepted(),
                list.late(),
                list.count(State.RETURNED),
                list.count(State.REJECTED),
                list.count(State.MISSING));
        return Stream.of(counts, tooLate(list), held(list), deadline(list.deadline()), unreliable(list.lines()))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private String tooLate(ChaseList list) {
        long count = list.count(State.AFTER_CLOSE);
        return count == 0 ? "" : say(ChaseWords.TOO_LATE, count);
    }

    private String held(ChaseList list) {
        long count = list.count(State.HELD);
        return count == 0 ? "" : say(ChaseWords.SOME_HELD, count);
    }

    private String deadline(Deadline deadline) {
        Text pattern = deadline.isClosed() ? ChaseWords.CLOSED : ChaseWords.LEFT;
        return say(
                pattern,
                deadline.due(),
                deadline.today(),
                deadline.words().in(language),
                deadline.isClosed() && language == Language.ZH
                        ? deadline.closes().plusDays(1)
                        : deadline.closes());
    }

    private String unreliable(List<Line> lines) {
        String names = lines.stream()
                .filter(line -> line.history().failures() >= UNRELIABLE)
                .map(line -> say(ChaseWords.TIMES, line.name(), line.history().failures()))
                .collect(Collectors.joining(ChaseWords.LIST_COMMA.in(language)));
        return names.isEmpty() ? "" : say(ChaseWords.UNRELIABLE, names);
    }

    String state(Line line) {
        return say(
                switch (line.state()) {
                    case MISSING -> ChaseWords.MISSING;
                    case REJECTED -> ChaseWords.REJECTED;
                    case RETURNED -> ChaseWords.RETURNED;
                    case AFTER_CLOSE -> ChaseWords.AFTER_CLOSE;
                    case HELD -> ChaseWords.HELD;
                });
    }

    String contact(Line line) {
        Contact contact = line.contact();
        return contact.isKnown()
                ? Stream.of(contact.name(), contact.phone(), contact.email())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining("\n"))
                : say(ChaseWords.NO_CONTACT);
    }

    String history(Line line) {
        History history = line.history();
        if (history.periods() == 0) {
            return say(ChaseWords.NO_HISTORY);
        }
        return history.failures() == 0
                ? say(ChaseWords.ALWAYS, history.periods())
                : say(ChaseWords.FAILED, history.late(), history.missing(), history.periods());
    }

    String owed(Line line) {
        if (line.state() == State.MISSING) {
            return say(
                    ChaseWords.SEND,
                    request.job().title().in(language),
                    request.period().label().in(language));
        }
        String received = received(Objects.requireNonNull(line.receivedAt()));
        if (line.state() == State.AFTER_CLOSE) {
            return say(
                    ChaseWords.REOPEN,
                    received,
                    file(line),
                    line.code(),
                    request.period().code());
        }
        FirstError first = line.first();
        if (first == null) {
            return say(ChaseWords.AGAIN_PLAIN, received, file(line));
        }
        if (line.state() == State.HELD) {
            return say(
                    ChaseWords.DECIDE,
                    received,
                    file(line),
                    withoutStop(first.message().in(language)),
                    sentence(first.cure().in(language)));
        }
        String place = first.place().toString();
        String where = place.isEmpty() ? "" : say(ChaseWords.AT, place);
        String message = withoutStop(first.message().in(language));
        String cure = sentence(first.cure().in(language));
        return line.state() == State.RETURNED
                ? say(ChaseWords.MEND, line.errors(), received, file(line), where, message, cure)
                : say(ChaseWords.AGAIN, received, file(line), where, message, cure);
    }

    /** Without the folder of the inbox, which the unit does not know. */
    private static String file(Line line) {
        String path = Objects.requireNonNull(line.file());
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private String received(Instant instant) {
        return MINUTE.format(instant.atZone(request.job().zone()));
    }

    private static String withoutStop(String sentence) {
        return sentence.replaceFirst("[。.]$", "");
    }

    private String sentence(String words) {
        return words.isEmpty() || words.endsWith("。") || words.endsWith(".")
                ? words
                : words + (language == Language.ZH ? "。" : ".");
    }

    /** The chase list's own words. */
    static final class ChaseWords {

        static final Text TITLE = new Text("催报单", "Chase list");

        static final Text COUNTS = new Text(
                "应报 %d 家：已报 %d 家（其中迟报 %d 家），退回待改 %d 家，拒收 %d 家，未报 %d 家。",
                "Of %d units, %d have reported (%d of them late); %d have their return back to mend, %d were rejected, %d have sent nothing.");
        static final Text NOBODY = new Text(
                "应报 %d 家，均已报送并接收（其中迟报 %d 家），没有需要催报的单位。",
                "All %d units have an accepted return (%d of them late); nobody is to be chased.");
        static final Text LEFT =
                new Text("截止日 %s，今天是 %s：%s；%s 后不再收表。", "Due %s, today is %s: %s; no return is taken after %s.");
        static final Text CLOSED = new Text(
                "截止日 %s，今天是 %s：%s；%s 起已不再收表。",
                "Due %s, today is %s: %s; since the end of %s no return is taken any more.");
        static final Text UNRELIABLE =
                new Text("此前 8 期迟报、未报共 2 次以上的：%s。", "Late or missing twice or more in the eight periods before: %s.");
        static final Text TIMES = new Text("%s（%d 次）", "%s (%d)");
        static final Text LIST_COMMA = new Text("、", ", ");

        static final Text NUMBER = new Text("序号", "No.");
        static final Text UNIT = new Text("单位", "Unit");
        static final Text STATE = new Text("状态", "State");
        static final Text CONTACT = new Text("联系人 / 电话 / 邮箱", "Contact / phone / e-mail");
        static final Text DEADLINE = new Text("期限", "Deadline");
        static final Text OWED = new Text("要办的事", "What is owed");
        static final Text SLIP = new Text("退回单", "Return slip");
        static final Text HISTORY = new Text("此前 8 期", "Eight periods before");
        static final Text RECORD = new Text("催办记录", "Called on, answer");

        static final Text MISSING = new Text("未报", "Missing");
        static final Text REJECTED = new Text("拒收", "Rejected");
        static final Text RETURNED = new Text("退回待改", "Returned");

        static final Text HELD = new Text("待核实", "Held");
        static final Text AFTER_CLOSE = new Text("截止后收到", "After closing");
        static final Text SOME_HELD = new Text(
                "另有 %d 家只收到发送方待核实的报表，未计入。",
                "Of %d more nothing has come but what is held: whom it is from must be settled first.");
        static final Text DECIDE =
                new Text("核实 %s 收到的 %s 是否由该单位报送：%s。%s", "Settle whether the unit has sent the file of %s, %s: %s. %s");
        static final Text TOO_LATE = new Text(
                "另有 %d 家的报表在停止收表后收到，已保存，未计入。", "%d more came after the period had closed: kept, but not counted.");
        static final Text REOPEN = new Text(
                "%s 收到的 %s 晚于停止收表的日期，已保存，未计入。如同意计入，请运行 jibao reopen %s %s --reason 理由。",
                "The file of %s, %s, came after the period had closed: kept, but not counted. To count it, run jibao reopen %s %s --reason WHY.");

        static final Text NO_CONTACT = new Text("名册未填", "not on the roster");
        static final Text SEND = new Text(
                "报送《%s》（%s），尚未收到能认出是该单位的报表。", "Send the %s for %s; nothing that is known to be its has come yet.");
        static final Text MEND = new Text(
                "改正 %d 处错误后重新报送（%s 收到的 %s）。第一处%s：%s。%s",
                "Mend %d errors and send it again (%s, %s). The first%s: %s. %s");
        static final Text AGAIN = new Text(
                "重新报送：%s 收到的 %s 没有采用。原因%s：%s。%s", "Send it again: the file of %s, %s, was not taken. Why%s: %s. %s");
        static final Text AGAIN_PLAIN =
                new Text("重新报送：%s 收到的 %s 没有采用。", "Send it again: the file of %s, %s, was not taken.");
        static final Text AT = new Text("（%s）", " (%s)");

        static final Text NO_HISTORY = new Text("—", "—");
        static final Text ALWAYS = new Text("%d 期均按时", "all %d on time");
        static final Text FAILED = new Text("迟报 %d，未报 %d（共 %d 期）", "%d late, %d missing (of %d)");

        private ChaseWords() {}
    }
}
