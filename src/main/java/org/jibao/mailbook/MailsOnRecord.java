package org.jibao.mailbook;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jibao.mailbook.MailRecord.Place;
import org.jspecify.annotations.Nullable;

/** The mails and answers of one job, as its book has them. Not thread-safe while it is filled. */
public final class MailsOnRecord {

    private final Map<String, MailRecord> mails = new LinkedHashMap<>();
    private final Map<String, String> mailOfFile = new HashMap<>();
    private final Map<Place, String> places = new HashMap<>();
    private final Set<String> marked = new HashSet<>();
    private final Map<String, AnswerRecord> answers = new LinkedHashMap<>();
    private int unreadable;

    MailsOnRecord() {}

    void add(Map<String, @Nullable Object> line) {
        try {
            switch (BookLine.event(line)) {
                case "mail" -> add(BookLine.mail(line));
                case "seen" -> places.put(BookLine.place(line), BookLine.id(line));
                case "marked" -> marked.add(BookLine.id(line));
                case "answer" -> {
                    AnswerRecord answer = BookLine.answer(line);
                    answers.put(answer.id(), answer);
                }
                default -> unreadable++;
            }
        } catch (ClassCastException | NullPointerException | IllegalArgumentException | DateTimeException notOurs) {
            unreadable++;
        }
    }

    private void add(MailRecord mail) {
        mails.put(mail.id(), mail);
        places.put(mail.place(), mail.id());
        mail.files().forEach(file -> mailOfFile.put(file.name(), mail.id()));
    }

    /** In the order in which they were fetched. */
    public Collection<MailRecord> mails() {
        return Collections.unmodifiableCollection(mails.values());
    }

    public Optional<MailRecord> mail(String id) {
        return Optional.ofNullable(mails.get(id));
    }

    /** The mail that brought a file of the inbox, or what a ZIP of it holds. */
    public Optional<MailRecord> ofFile(String name) {
        String path = name;
        for (int end = path.length(); end > 0; end = path.lastIndexOf('/')) {
            path = path.substring(0, end);
            String id = mailOfFile.get(path);
            if (id != null) {
                return mail(id);
            }
        }
        return Optional.empty();
    }

    /** Where mails were seen, with the mail of each place. */
    public Map<Place, String> places() {
        return Collections.unmodifiableMap(places);
    }

    /** UIDs of a folder that are on record. */
    public Set<Long> uids(String mailbox, String folder, long validity) {
        Set<Long> uids = new HashSet<>();
        for (Place place : places.keySet()) {
            if (place.mailbox().equals(mailbox) && place.folder().equals(folder) && place.validity() == validity) {
                uids.add(place.uid());
            }
        }
        return uids;
    }

    /** Whether the mail has its keyword, or lies in its folder. */
    public boolean isMarked(String id) {
        return marked.contains(id);
    }

    /** The newest word on each answer, in the order in which they were made. */
    public Collection<AnswerRecord> answers() {
        return Collections.unmodifiableCollection(answers.values());
    }

    public Optional<AnswerRecord> answer(String id) {
        return Optional.ofNullable(answers.get(id));
    }

    /** What was answered to a mail. */
    public List<AnswerRecord> answersTo(String mail) {
        List<AnswerRecord> found = new ArrayList<>();
        for (AnswerRecord answer : answers.values()) {
            if (answer.mail().equals(mail)) {
                found.add(answer);
            }
        }
        return found;
    }

    /** Lines that are not ours, or that a kill has cut off. */
    public int unreadable() {
        return unreadable;
    }
}
