package io.redress.area;

/**
 * An address understood.
 *
 * @param areaCode of the area where it is today
 * @param street the rest of it, as it was written
 * @param spoken the area as it was named, abolished or not
 */
public record Place(String areaCode, String street, Area spoken) {}
