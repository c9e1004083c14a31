package io.redress.area;

/**
 * The areas a person may see records of: the whole county with everything outside it, or one area and what lies below it.
 * Out of scope reads as not found.
 *
 * @param prefix leading digits that the codes of all areas in scope share; empty for everything
 */
public record AreaScope(String prefix) {

    public static final AreaScope EVERYWHERE = new AreaScope("");

    /** The scope of an area and of all areas below it; a code ends in zeros where its level ends. */
    public static AreaScope of(String areaCode) {
        return areaCode == null ? EVERYWHERE : new AreaScope(Area.prefix(areaCode));
    }

    public boolean includes(String areaCode) {
        return areaCode.startsWith(prefix);
    }

    /** For {@code area_code like :scope}; codes hold no wildcard. */
    public String pattern() {
        return prefix + "%";
    }
}
