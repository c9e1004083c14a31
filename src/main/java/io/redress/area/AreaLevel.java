package io.redress.area;

import io.redress.common.words.Label;
import io.redress.common.words.Labelled;

/** How far down an area stands. */
public enum AreaLevel implements Labelled {
    PROVINCE("省", "Province"),
    CITY("市", "City"),
    COUNTY("县区", "County"),
    TOWN("镇街", "Town"),
    VILLAGE("村居", "Village"),
    /** 区外: an address outside the county. */
    OUTSIDE("区外", "Outside the county");

    private final Label label;

    AreaLevel(String zh, String en) {
        label = new Label(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
