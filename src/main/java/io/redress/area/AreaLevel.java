package io.redress.area;

/** How far down an area stands. */
public enum AreaLevel {
    PROVINCE,
    CITY,
    COUNTY,
    TOWN,
    VILLAGE,
    /** 区外: an address outside the county. */
    OUTSIDE
}
