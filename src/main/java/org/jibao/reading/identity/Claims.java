package org.jibao.reading.identity;

import java.util.List;

/** What a file's own mark and covers say about whose it is and for when; its name and folder are not among these. */
record Claims(List<Claim> units, List<Claim> periods) {

    static final Claims NONE = new Claims(List.of(), List.of());

    Claims {
        units = List.copyOf(units);
        periods = List.copyOf(periods);
    }
}
