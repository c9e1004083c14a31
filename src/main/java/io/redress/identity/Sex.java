package io.redress.identity;

/** From the document number: odd sequence for men, even for women (GB 11643-1999). */
public enum Sex {
    MALE("男"),
    FEMALE("女");

    private final String label;

    Sex(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
