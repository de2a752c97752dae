package org.jibao.reading.identity;

import org.jibao.definition.FileNamePattern;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;

/** Says which of a job's patterns a file's name and folders do not match, where a return does not say whose it is or for when. */
final class UnmatchedNames {

    private static final Wording WORDS = Wording.of(UnmatchedNames.class);

    private UnmatchedNames() {}

    /** A clause to put behind a sentence; empty where every pattern matches. */
    static Text of(FileNamePattern patterns, String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        Text inName = patterns.fits(name) ? Text.same("") : WORDS.text("names.file-name", name);
        Text inPath = patterns.fitsPath(path) ? Text.same("") : WORDS.text("names.path", path);
        return new Text(inName.zh() + inPath.zh(), inName.en() + inPath.en());
    }
}
