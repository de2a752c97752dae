package org.jibao.mime;

/**
 * Where a part stands in its mail.
 *
 * @param depth how many mails are round it, less the outermost
 * @param level how many parts are
 * @param cut whether the end of it is missing
 * @param within the type of the part that holds it
 */
record Place(int depth, int level, boolean cut, String within) {

    static final Place TOP = new Place(0, 0, false, "");

    Place inMail() {
        return new Place(depth + 1, level + 1, cut, "");
    }

    Place inParts(String type, boolean cutOff) {
        return new Place(depth, level + 1, cutOff, type);
    }

    boolean tooDeep() {
        return depth > MailLimits.DEEPEST || level > MailLimits.DEEPEST_LEVEL;
    }

    boolean inReport() {
        return depth == 0 && within.equals("multipart/report");
    }
}
