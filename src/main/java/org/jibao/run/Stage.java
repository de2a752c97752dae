package org.jibao.run;

import org.jibao.finding.Text;
import org.jibao.finding.Wording;

/** What a run is at, as people are shown it. */
public enum Stage {
    FETCHING("stage.fetching"),
    LISTING("stage.listing"),
    READING("stage.reading"),
    LONG_REGISTER("stage.long-register"),
    STORING("stage.storing"),
    PACKAGES("stage.packages"),
    RULES("stage.rules"),
    SNAPSHOT("stage.snapshot"),
    SLIPS("stage.slips"),
    METRICS("stage.metrics"),
    WORKBOOK("stage.workbook"),
    EXPORT("stage.export"),
    TEMPLATES("stage.templates"),
    DELIVERY("stage.delivery");

    private static final Wording WORDS = Wording.of(Stage.class);

    private final String key;

    Stage(String key) {
        this.key = key;
    }

    public Text label() {
        return WORDS.text(key);
    }
}
