package io.redress.identity;

/** As the document states it: an odd sequence number is a man's, an even one a woman's (GB 11643-1999). */
public enum Sex {
    MALE("男"),
    FEMALE("女");

    private final String label;

    Sex(String label) {
        this.label = label;
    }

    /** As it is printed. */
    public String label() {
        return label;
    }
}
