package org.jibao.reading;

import org.jibao.finding.Place;

/**
 * One source's word about whose a file is, or for when.
 *
 * @param source as people know it: a cell, the name of a document property, or the file's name
 * @param text what it says
 * @param loose whether it may be about something else: words in a file's name that are no unit's are just words
 */
record Claim(String source, Place place, String text, boolean loose) {

    static Claim property(String name, String text) {
        return new Claim(name, Place.FILE, text, false);
    }

    static Claim cover(CoverValue value) {
        return new Claim(value.place().toString(), value.place(), value.text(), false);
    }

    static Claim fileName(String fileName, String text) {
        return new Claim(fileName, Place.FILE, text, true);
    }
}
