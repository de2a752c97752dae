package org.jibao.inbox;

import java.util.List;
import org.jibao.finding.Text;

/**
 * What lies in an inbox.
 *
 * @param files the submissions, by time of receipt, then by name
 * @param locks names of the lock files {@code ~$…} that Excel and WPS leave while a workbook is open; not submissions
 * @param ignored names of what is no submission either: a pipe, a socket or a device, links out of the folder,
 *     a sub-folder that may not be read, a desktop's own files
 * @param absent names in {@code received.csv} for which there is no file; perhaps misspelt
 * @param notices what an officer must know of the register of receipt: lines that count for nothing, one that lies in the inbox
 */
public record InboxListing(
        List<InboxFile> files, List<String> locks, List<String> ignored, List<String> absent, List<Text> notices) {

    public InboxListing {
        files = List.copyOf(files);
        locks = List.copyOf(locks);
        ignored = List.copyOf(ignored);
        absent = List.copyOf(absent);
        notices = List.copyOf(notices);
    }
}
