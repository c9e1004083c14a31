package io.redress.area;

/**
 * Area-based access control: a user sees the records of the whole county and outside it, or of one area with the areas
 * below it. A record out of scope is "not found".
 *
 * @param prefix leading digits that the codes of all areas in scope share; empty for everything
 */
public record AreaScope(String prefix) {

    public static final AreaScope EVERYWHERE = new AreaScope("");

    /** The scope of an area and all areas below it; the code of an upper level ends in zeros. */
    public static AreaScope of(String areaCode) {
        return areaCode == null ? EVERYWHERE : new AreaScope(Area.prefix(areaCode));
    }

    public boolean includes(String areaCode) {
        return areaCode.startsWith(prefix);
    }

    /** For {@code area_code like :scope}; codes contain no wildcards. */
    public String pattern() {
        return prefix + "%";
    }
}
